package dev.faultline.app.ui.table;

import dev.faultline.app.ui.part.AsyncPart;
import dev.faultline.app.ui.part.Column;
import dev.faultline.app.ui.part.Empty;
import dev.faultline.app.ui.part.Figures;
import dev.faultline.app.ui.part.TableHost;
import dev.faultline.app.ui.part.TablePane;
import dev.faultline.app.ui.part.TableRows;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.session.Tables;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.analysis.measure.Longest;
import dev.faultline.model.analysis.measure.Survival;
import dev.faultline.model.analysis.timing.SiteWait;
import dev.faultline.model.words.Units;
import dev.faultline.views.timeline.row.Thing;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;

/// Waits by site: how many, and for how long. Waits that are cut off by the start or end of the trace count as such,
/// see [Survival].
final class WaitSiteTable {
    private static final double[] SHARES = {0.5, 0.95, 0.99};
    private static final long UNKNOWN = Long.MAX_VALUE;

    private WaitSiteTable() {
    }

    /// One site.
    ///
    /// @param quantilesNs by place in [#SHARES], [#UNKNOWN] where too many waits had not ended to tell
    /// @param exact whether the quantiles are exact
    /// @param longest the longest wait that was seen whole
    private record Site(SiteWait waits, String where, long[] quantilesNs, boolean exact, long unended,
            List<Longest.Stretch> longest) {
        public static Site of(Facts facts, SiteWait waits) {
            Survival survival = waits.survival();
            long[] quantiles = new long[SHARES.length];
            for (int i = 0; i < quantiles.length; i++) {
                quantiles[i] = survival.quantile(SHARES[i]).orElse(UNKNOWN);
            }
            return new Site(waits, facts.code().ownPlace(waits.stack()), quantiles, survival.exact(),
                    survival.unended(),
                    waits.longest().all());
        }
    }

    static Node of(TableHost host, Consumer<TablePane> made) {
        Session session = host.session();
        Facts facts = session.facts();
        return AsyncPart.of(session, "Summing up waits…",
                () -> facts.timing().waits().stream().map(waits -> Site.of(facts, waits)).toList(),
                sites -> sites.isEmpty()
                        ? Empty.of("No waits", "No goroutine blocked while the trace was recorded.")
                        : table(host, sites, made));
    }

    private static Node table(TableHost host, List<Site> sites, Consumer<TablePane> made) {
        Session session = host.session();
        double whole = sites.stream().mapToDouble(site -> site.waits().times().sum()).sum();
        var columns = List.of(Column.code("Where", 300, i -> sites.get(i).where()),
                Column.words("Waits for", 140, i -> sites.get(i).waits().kind().label()),
                Column.count("Ended", i -> sites.get(i).waits().times().count()),
                Column.count("Still waiting", i -> sites.get(i).unended()), quantile("Median", sites, 0),
                quantile("p95", sites, 1), quantile("p99", sites, 2),
                Column.duration("Max", i -> sites.get(i).waits().times().max()),
                Column.duration("Total", i -> sites.get(i).waits().times().sum()),
                Column.share("Share", i -> whole == 0 ? 0 : sites.get(i).waits().times().sum() / whole),
                Column.count("Peak waiters", i -> sites.get(i).waits().mostWaiting()));
        TablePane pane = host.table(Tables.WAIT_SITES, sites.size(), columns, new TableRows(
                i -> longest(session, sites.get(i)), null, i -> sites.get(i).waits().stack()));
        made.accept(pane);
        return pane.sortedBy("Total").node();
    }

    private static Column quantile(String title, List<Site> sites, int share) {
        return new Column(title, 96, Column.Format.FIGURE, i -> {
            long ns = sites.get(i).quantilesNs()[share];
            return ns == UNKNOWN ? Units.UNKNOWN : Units.duration(ns, sites.get(i).exact());
        }, Column.Keys.of(i -> sites.get(i).quantilesNs()[share]),
                new Figures(Figures.Unit.DURATION, i -> sites.get(i).quantilesNs()[share]));
    }

    /// The longest wait of a site, nothing when none was seen whole.
    private static Thing longest(Session session, Site site) {
        if (site.longest().isEmpty()) {
            return Thing.NOTHING;
        }
        Longest.Stretch stretch = site.longest().getFirst();
        return new Thing.Goroutine(stretch.goroutine(),
                session.model().spans(stretch.goroutine()).at(stretch.fromNs()));
    }
}
