package dev.faultline.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.app.config.Note;
import dev.faultline.app.ui.command.NoteWords;
import dev.faultline.app.ui.session.PageKey;
import dev.faultline.app.ui.session.Session;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.picture.Overlay;
import dev.faultline.views.timeline.row.Thing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Notes on places of a trace.
@ExtendWith(Fx.class)
class NotesTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsNotedIsKeptLeadsBackAndGoesIntoTheReport() throws Exception {
        Path trace = Files.copy(Bench.SAMPLES.resolve("go1.27/pool-swallows-timeout.trace"), folder.resolve("a.trace"));
        TimeRange time = new TimeRange(100_000_000, 400_000_000);
        try (Bench bench = Bench.open(folder.resolve("settings"))) {
            Session session = bench.load(trace.toAbsolutePath().toString());
            int g = session.model().goroutines().indexOf(11);
            Fx.run(() -> {
                session.selection().select(new Thing.Goroutine(g));
                session.viewport().show(time);
            });
            new Hand(bench.scene()).press(KeyCode.B);
            bench.awaitNotice("Noted: G11");
            assertEquals(1, session.notes().list().size());
            assertEquals(List.of(new Overlay.Flag(time.fromNs(), "Noted: G11 main.poolSwallowsTimeout.func2", 0)),
                    NoteWords.flags(session), "on the ruler");
            Fx.run(() -> {
                session.viewport().showWhole();
                session.selection().select(new Thing.None());
                session.pageProperty().set(PageKey.NOTES);
            });
            Fx.pulse(3);
            TextArea text = (TextArea) bench.find(".note .text-area");
            Fx.run(() -> {
                text.requestFocus();
                text.setText("This worker swallows the timeout.");
            });
            Labeled show = bench.withText("Show");
            Fx.run(show::requestFocus);
            Fx.run(((Button) show)::fire);
            assertEquals(PageKey.TIMELINE, session.pageProperty().get());
            assertEquals(time, session.viewport().visible(), "the time that was noted");
            assertTrue(session.selection().selected() instanceof Thing.Goroutine shown && shown.goroutine() == g);
            assertReported(bench, "This worker swallows the timeout.");
        }
        assertTrue(Files.exists(folder.resolve("a.trace.faultline.json")));
        try (Bench bench = Bench.open(folder.resolve("settings"))) {
            Session again = bench.load(trace.toAbsolutePath().toString());
            Note note = again.notes().list().getFirst();
            assertEquals("This worker swallows the timeout.", note.text());
            assertEquals(11, note.goroutine());
            assertEquals(time.toNs(), note.toNs());
        }
    }

    private void assertReported(Bench bench, String text) throws Exception {
        Path report = folder.resolve("report.pdf");
        bench.answers().setReport(report);
        bench.export();
        bench.awaitNotice("Report written to " + report);
        try (PDDocument pdf = Loader.loadPDF(report.toFile())) {
            assertTrue(new PDFTextStripper().getText(pdf).contains(text));
        }
    }
}
