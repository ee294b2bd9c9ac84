package dev.faultline.views.report.content;

import dev.faultline.model.Range;
import dev.faultline.views.chart.ChartData;
import dev.faultline.views.chart.ChartTheme;
import dev.faultline.views.chart.Charts;
import dev.faultline.views.chart.NamedChart;
import dev.faultline.views.graphics.Fonts;
import dev.faultline.views.paint.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The run at a glance: its charts, two in a row.
final class Overview {
    private static final double WIDTH = (Picture.PAGE_WIDTH - 22) / 2;
    private static final double HEIGHT = 128;
    private static final float TYPE = 8.6f;
    private static final int SHOWN = 4;
    private static final long TELLING_PAUSE_NS = 1_000_000;

    private Overview() {
    }

    /// All charts, those first that tell most of this run.
    static List<NamedChart> charts(ChartData data) {
        return inOrder(data, new ChartTheme(Palette.light(), Fonts.SANS.size(TYPE), Fonts.FALLBACK.size(TYPE),
                data.model().trace().originNs()));
    }

    /// The four charts that tell most of this run.
    static List<Block> first(List<NamedChart> charts) {
        List<NamedChart> drawn = drawn(charts);
        List<Block> blocks = new ArrayList<>(pairs(drawn.subList(0, Math.min(SHOWN, drawn.size()))));
        for (NamedChart chart : charts.subList(0, 2)) {
            if (chart.chart() == null) {
                blocks.add(Block.Paragraph.of(Block.Tone.DIM, chart.title() + ": " + chart.note()));
            }
        }
        return blocks;
    }

    /// The others.
    static List<Block> more(List<NamedChart> charts) {
        List<NamedChart> drawn = drawn(charts);
        return pairs(drawn.subList(Math.min(SHOWN, drawn.size()), drawn.size()));
    }

    private static List<NamedChart> drawn(List<NamedChart> charts) {
        return charts.stream().filter(chart -> chart.chart() != null).toList();
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

    private static List<Block> pairs(List<NamedChart> charts) {
        List<Block> rows = new ArrayList<>();
        for (int i = 0; i < charts.size(); i += 2) {
            rows.add(new Block.Pair(cell(charts.get(i)), i + 1 < charts.size() ? cell(charts.get(i + 1)) : List.of()));
        }
        return rows;
    }

    private static List<Block> cell(NamedChart named) {
        return List.of(new Block.Heading(named.title(), named.note()),
                new Block.Illustration(new Picture(WIDTH, HEIGHT, "Chart: " + named.title() + ", " + named.note(),
                        new Picture.Art.Chart(Objects.requireNonNull(named.chart()))), ""));
    }
}
