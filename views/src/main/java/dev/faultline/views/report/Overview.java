package dev.faultline.views.report;

import dev.faultline.model.Range;
import dev.faultline.views.chart.ChartData;
import dev.faultline.views.chart.ChartTheme;
import dev.faultline.views.chart.Charts;
import dev.faultline.views.chart.NamedChart;
import dev.faultline.views.graphics.Fonts;
import dev.faultline.views.paint.Palette;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jfree.chart.JFreeChart;

/// The run at a glance: its charts, two in a row.
final class Overview {
    private static final double WIDTH = (ReportDocument.WIDTH - 22) / 2;
    private static final double HEIGHT = 158;
    private static final float TYPE = 8.6f;
    private static final int SHOWN = 4;
    private static final long TELLING_PAUSE_NS = 1_000_000;

    private Overview() {
    }

    /// Adds the section, still without charts: what comes behind it need not wait for them.
    static Html add(ReportDocument page) {
        Html section = page.body().add("div", "section").with("id", "glance");
        page.bookmark("The run at a glance", "glance");
        section.add("h2").text("The run at a glance");
        return section;
    }

    /// Adds the four charts that tell most of this run, and returns the others for the appendix.
    static List<NamedChart> fill(ReportDocument page, Html section, ChartData data) {
        List<NamedChart> charts = inOrder(data,
                new ChartTheme(Palette.light(), Fonts.SANS.size(TYPE), Fonts.FALLBACK.size(TYPE),
                        data.model().trace().originNs()));
        List<NamedChart> drawn = charts.stream().filter(chart -> chart.chart() != null).toList();
        int shown = Math.min(SHOWN, drawn.size());
        pairs(page, section, drawn.subList(0, shown));
        missing(section, charts.subList(0, 2));
        return drawn.subList(shown, drawn.size());
    }

    /// Goroutines and heap, then what says most about this run.
    private static List<NamedChart> inOrder(ChartData data, ChartTheme theme) {
        NamedChart pauses = Charts.pauses(data, theme);
        List<NamedChart> order = new ArrayList<>(
                List.of(Charts.goroutines(data, theme), Charts.heap(data, theme)));
        if (telling(data)) {
            order.add(pauses);
        }
        order.addAll(List.of(Charts.tasks(data, theme), Charts.latency(data, theme), Charts.processors(data, theme)));
        if (!order.contains(pauses)) {
            order.add(pauses);
        }
        return order;
    }

    /// Whether the pauses are more than the usual few microseconds.
    private static boolean telling(ChartData data) {
        return data.model().ranges(Range.Kind.STW).stream().mapToLong(Range::durationNs)
                .anyMatch(ns -> ns >= TELLING_PAUSE_NS);
    }

    /// Adds charts, two in a row.
    static void pairs(ReportDocument page, Html parent, List<NamedChart> charts) {
        Html rows = parent.add("table", "pair").add("tbody");
        for (int i = 0; i < charts.size(); i += 2) {
            Html row = rows.add("tr");
            cell(page, row.add("td", "left"), charts.get(i));
            Html right = row.add("td", "right");
            if (i + 1 < charts.size()) {
                cell(page, right, charts.get(i + 1));
            }
        }
    }

    private static void missing(Html section, List<NamedChart> charts) {
        for (NamedChart chart : charts) {
            if (chart.chart() == null) {
                section.add("p", "dim").text(chart.title() + ": " + chart.note());
            }
        }
    }

    private static void cell(ReportDocument page, Html cell, NamedChart named) {
        ReportDocument.heading(cell, named.title(), named.note());
        JFreeChart chart = Objects.requireNonNull(named.chart());
        page.picture(cell, new Picture(WIDTH, HEIGHT, "Chart: " + named.title() + ", " + named.note(),
                g -> chart.draw(g, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT))));
    }
}
