package dev.faultline.views.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.model.analysis.Facts;
import dev.faultline.views.Samples;
import dev.faultline.views.paint.Palette;
import dev.faultline.views.scale.TimeRange;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What the collector left to the program, and how busy each P was, of a real trace.
class CollectorChartsTest {
    private final ChartTheme theme = new ChartTheme(Palette.light(), new Font(Font.SANS_SERIF, Font.PLAIN, 9));

    @Test
    void heatAndUtilizationAreDrawn() {
        Facts facts = Samples.read(Path.of("../sample-traces/go1.27/gc-pressure.trace.gz"));
        TimeRange all = new TimeRange(0, facts.model().durationNs());
        ProcHeat heat = ProcHeat.of(facts.model(), all, 200);
        assertEquals(facts.model().procCount(), heat.busy().length);
        drawn(Charts.heat(heat, theme));
        drawn(Charts.utilization(facts.model().mutatorUtilization(), facts.model().durationNs(), theme));
    }

    private static void drawn(NamedChart chart) {
        assertNotNull(chart.chart(), chart.note());
        BufferedImage image = Objects.requireNonNull(chart.chart()).createBufferedImage(400, 200);
        long inked = 0;
        for (int x = 0; x < 400; x++) {
            inked += image.getRGB(x, 100) == image.getRGB(399, 0) ? 0 : 1;
        }
        assertTrue(inked > 10, chart.title());
    }
}
