package dev.faultline.views.report;

import dev.faultline.views.paint.Box;
import dev.faultline.views.paint.Label;
import dev.faultline.views.paint.Role;
import dev.faultline.views.paint.Surface.Line;
import dev.faultline.views.paint.TextStyle;
import java.io.IOException;
import java.io.OutputStream;

/// Renders a page of nothing and throws it away. The first page takes most of a second whatever is on it, because Java
/// initialises, interprets and then compiles the code that makes it. While a trace is being read one processor is idle half of
/// the time: what is done then need not be done afterwards.
final class WarmUp {
    private WarmUp() {
    }

    /// Starts it in the background. Whatever goes wrong, the report itself will say.
    static void start() {
        Thread.ofPlatform().daemon().name("report-warm-up").start(() -> {
            try {
                render();
            } catch (IOException | RuntimeException | LinkageError e) {
                // nothing depends on it
            }
        });
    }

    static void render() throws IOException {
        PdfFonts fonts = new PdfFonts();
        PdfFile.write(page(), fonts, OutputStream.nullOutputStream());
    }

    private static ReportDocument page() {
        ReportDocument page = new ReportDocument("Warm-up", "Warm-up");
        Html section = page.body().add("div", "section").with("id", "warm-up");
        page.bookmark("Warm-up", "warm-up");
        section.add("h2").text("Warm-up");
        ReportDocument.heading(section, "Warm-up", "1 ns");
        Html rows = section.add("table", "pair").add("tbody");
        for (int i = 0; i < 8; i++) {
            Html row = rows.add("tr");
            row.add("td", "left").add("p").text("goroutine " + i);
            page.picture(row.add("td", "right"), new Picture(200, 20, "Warm-up", g -> draw(new GraphicsSurface(g))));
        }
        return page;
    }

    private static void draw(GraphicsSurface surface) {
        Box box = new Box(0, 0, 200, 20);
        surface.fill(box, Role.LANE);
        surface.hatch(box, Role.CRITICAL);
        surface.line(new Line(0, 0, 200, 20), Role.GRID, 1);
        surface.text(Label.left("1.5 ms", 0, 10, TextStyle.SMALL), Role.TEXT);
    }
}
