package dev.faultline.app.ui.part;

import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.session.TableJump;
import dev.faultline.views.chart.ChartData;
import dev.faultline.views.chart.ChartTheme;
import dev.faultline.views.chart.Charts;
import dev.faultline.views.chart.Distributions;
import dev.faultline.views.chart.HistogramChart;
import dev.faultline.views.chart.NamedChart;
import dev.faultline.views.scale.TimeRange;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The charts over durations: mutator utilization, and histograms whose bars lead to tables of what they count.
public final class MoreCharts {
    /// The tables behind the histograms, in their order.
    private static final List<String> TABLES = List.of("Pauses", "Waits", "Tasks", "Regions", "Goroutines");

    private final Session session;
    private final UtilizationBox utilization;
    private final List<DurationChart> histograms = new ArrayList<>();
    private final VBox node = new VBox();

    public MoreCharts(Session session) {
        this.session = session;
        utilization = new UtilizationBox(session);
        node.getStyleClass().add("charts");
        node.getChildren().add(utilization.node());
        for (String table : TABLES) {
            var chart = new DurationChart(true, at -> open(table, HistogramChart.barAt(at)));
            histograms.add(chart);
            node.getChildren().add(chart);
        }
    }

    public Node node() {
        return node;
    }

    /// Shows what was counted of a stretch of the trace.
    public void show(ChartData data, Distributions of, ChartTheme theme) {
        utilization.show(data.range(), theme);
        List<NamedChart> named = Charts.histograms(data, of, theme);
        for (int i = 0; i < histograms.size(); i++) {
            histograms.get(i).show(named.get(i));
        }
    }

    /// Draws what has come in sight.
    public void drawSeen() {
        utilization.drawSeen();
        histograms.forEach(DurationChart::drawSeen);
    }

    private void open(String table, TimeRange bar) {
        String state = table.equals("Waits") ? "state:runnable " : "";
        session.jump(new TableJump(table,
                state + "duration>=" + bar.fromNs() + "ns duration<" + bar.toNs() + "ns"));
    }
}
