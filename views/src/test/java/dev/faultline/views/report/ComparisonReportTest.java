package dev.faultline.views.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.compare.Comparison;
import dev.faultline.model.compare.FigureReader;
import dev.faultline.model.compare.Side;
import dev.faultline.model.judge.Rules;
import dev.faultline.model.rules.Settings;
import dev.faultline.views.Samples;
import dev.faultline.views.flame.FlameShares.Share;
import dev.faultline.views.report.content.ComparisonReport;
import dev.faultline.views.report.content.ReportModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A comparison in the forms of the report.
class ComparisonReportTest {
    private static Side side(String name) {
        var facts = Samples.read(Path.of("../sample-traces/comparison", name));
        return new Side(List.of(FigureReader.read(facts, Rules.judge(facts, Settings.DEFAULTS))));
    }

    private static byte[] written(ReportModel model, ReportForm form) throws IOException {
        var out = new ByteArrayOutputStream();
        Report.write(model, form, ReportOptions.DEFAULTS, out);
        return out.toByteArray();
    }

    @Test
    void saysWhatGotWorseFirst() throws IOException {
        Comparison comparison = Comparison.of(side("before.trace.gz"), side("leak.trace.gz"));
        ReportModel model = ComparisonReport.of(comparison, "old/<b>.trace", "new.trace",
                List.of(new Share("main.audit", 0.1, 0.4), new Share("main.other", 0.1, 0.101)));
        assertEquals("old/<b>.trace → new.trace · Faultline comparison", model.title());
        String html = new String(written(model, ReportForm.HTML), StandardCharsets.UTF_8);
        assertTrue(html.contains("old/&lt;b>.trace → new.trace") || html.contains("old/&lt;b&gt;.trace → new.trace"),
                "names are text");
        int worse = html.indexOf("<h2>Worse</h2>");
        assertTrue(worse > 0 && html.indexOf("11 goroutines have been blocked on a channel receive") < worse,
                "the verdict tells the worst");
        assertTrue(html.indexOf("goroutine-leak", worse) > worse);
        assertTrue(html.contains("spread unknown"));
        assertTrue(html.contains("main.audit") && !html.contains("main.other"), "small changes of shares are left out");
        String markdown = new String(written(model, ReportForm.MARKDOWN), StandardCharsets.UTF_8);
        assertTrue(markdown.contains("All values"), markdown);
        byte[] pdf = written(model, ReportForm.PDF);
        assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.US_ASCII));
    }

    @Test
    void saysThatNothingDiffers() throws IOException {
        Comparison comparison = Comparison.of(side("before.trace.gz"), side("again.trace.gz"));
        String html = new String(written(ComparisonReport.of(comparison, "a", "b", List.of()), ReportForm.HTML),
                StandardCharsets.UTF_8);
        assertTrue(html.contains("No difference."));
        assertTrue(!html.contains("<h2>Worse</h2>"));
    }
}
