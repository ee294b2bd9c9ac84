package dev.faultline.app.ui.page;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.finding.LeakFindings;
import dev.faultline.app.ui.part.AsyncPart;
import dev.faultline.app.ui.part.Column;
import dev.faultline.app.ui.part.Empty;
import dev.faultline.app.ui.part.GroupTotals;
import dev.faultline.app.ui.part.PageHead;
import dev.faultline.app.ui.part.TableHost;
import dev.faultline.app.ui.part.TableRows;
import dev.faultline.app.ui.session.FindingList;
import dev.faultline.app.ui.session.Session;
import dev.faultline.model.GoroutineGroup;
import dev.faultline.model.Goroutines;
import dev.faultline.model.Spans;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.words.Moments;
import dev.faultline.model.words.Names;
import dev.faultline.model.words.Places;
import dev.faultline.model.words.States;
import dev.faultline.model.words.Units;
import dev.faultline.views.timeline.row.Thing;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Goroutines that did not exit: leak suspects, and how each group grew.
final class LeaksPage {
    private final Session session;
    private final TableHost host;
    private final Goroutines all;
    private final VBox node = new VBox();
    private final Node populations;

    LeaksPage(Session session, WindowActions actions) {
        this.session = session;
        host = new TableHost(session, actions);
        all = session.model().goroutines();
        populations = populations();
        node.getStyleClass().addAll("page", "stacked");
        session.findings().shown().addListener((ListChangeListener<Finding>) change -> fill());
        session.findings().stateProperty().subscribe(state -> fill());
    }

    Node node() {
        return node;
    }

    /// A goroutine that a finding names.
    private record Suspect(int goroutine, int lastSpan, Finding finding) {}

    private void fill() {
        List<Finding> findings = session.findings().stateProperty().get() == FindingList.State.READY
                ? List.copyOf(session.findings().shown())
                : List.of();
        Node suspects = findings.isEmpty()
                ? suspects(List.of())
                : AsyncPart.of(session, "Loading suspects…", () -> suspectsOf(findings), this::suspects);
        node.getChildren().setAll(grow(suspects));
        node.getChildren().addAll(heading("Goroutine counts",
                "goroutines by creation site; check those that only grow"), grow(populations));
    }

    private Node suspects(List<Suspect> suspects) {
        var part = new VBox(heading("Leak suspects", headline(suspects)),
                grow(suspects.isEmpty() ? none() : suspectTable(suspects)));
        part.setSpacing(6);
        return part;
    }

    private String headline(List<Suspect> suspects) {
        long living = 0;
        for (int g = 0; g < all.count(); g++) {
            living += all.ended(g) || all.system(g) ? 0 : 1;
        }
        return Units.count(suspects.size()) + " of the " + Units.count(living, "goroutine")
                + " still alive at " + moments().end();
    }

    private Node none() {
        return switch (session.findings().stateProperty().get()) {
            case CHECKING -> Empty.of("Looking for leaks…", "LeakFindings will be listed here.");
            case FAILED -> Empty.findings(session.findings());
            case READY -> Empty.of("No leak suspects",
                    "Suspects are goroutines that are blocked at the end of the trace and that nothing seems left to unblock.");
        };
    }

    /// Each goroutine once, with the first finding, which is the worst, that names it.
    private List<Suspect> suspectsOf(List<Finding> findings) {
        var list = new ArrayList<Suspect>();
        var named = new BitSet();
        for (Finding finding : LeakFindings.of(findings)) {
            for (long id : finding.evidence().goroutines()) {
                int g = all.indexOf(id);
                if (g >= 0 && !named.get(g)) {
                    named.set(g);
                    list.add(new Suspect(g, session.model().spans(g).size() - 1, finding));
                }
            }
        }
        return list;
    }

    private Node suspectTable(List<Suspect> suspects) {
        var columns = List.of(
                Column.id("Goroutine", i -> Names.goroutine(all.id(suspects.get(i).goroutine())),
                        i -> all.id(suspects.get(i).goroutine())),
                Column.code("Entry function", 260, i -> all.name(suspects.get(i).goroutine())),
                Column.words("State", 110, i -> state(suspects.get(i))),
                Column.duration("Waiting", i -> waited(suspects.get(i))),
                Column.code("Where", 300, i -> where(suspects.get(i))),
                Column.words("Finding", 140, i -> suspects.get(i).finding().id()),
                Column.words("Confidence", 96, i -> suspects.get(i).finding().confidence().label()),
                Column.words("Created", 130, i -> all.bornBefore(suspects.get(i).goroutine())
                        ? moments().before()
                        : moments().at(all.bornNs(suspects.get(i).goroutine()))));
        return host.table("Suspects", suspects.size(), columns, TableRows.ofGoroutines(i -> thing(suspects.get(i)),
                i -> suspects.get(i).goroutine())).sortedBy("Waiting").node();
    }

    private static Thing thing(Suspect suspect) {
        return new Thing.Goroutine(suspect.goroutine(), suspect.lastSpan());
    }

    private String state(Suspect suspect) {
        Spans spans = session.model().spans(suspect.goroutine());
        return suspect.lastSpan() < 0
                ? ""
                : States.label(spans.state(suspect.lastSpan()), spans.wait(suspect.lastSpan()));
    }

    private long waited(Suspect suspect) {
        Spans spans = session.model().spans(suspect.goroutine());
        return suspect.lastSpan() < 0 ? 0 : spans.end(suspect.lastSpan()) - spans.start(suspect.lastSpan());
    }

    private String where(Suspect suspect) {
        Spans spans = session.model().spans(suspect.goroutine());
        int stack = suspect.lastSpan() < 0 ? 0 : spans.stack(suspect.lastSpan());
        return session.facts().code().ownPlace(stack);
    }

    private Node populations() {
        List<GoroutineGroup> groups = session.model().groups().stream().filter(group -> !group.system()).toList();
        return groups.isEmpty()
                ? Empty.of("No user goroutines", "The trace has only goroutines of the runtime.")
                : AsyncPart.of(session, "Summing up goroutines…", () -> GroupTotals.of(groups, all),
                        sums -> populations(groups, sums));
    }

    private Node populations(List<GoroutineGroup> groups, GroupTotals sums) {
        var columns = List.of(Column.code("Entry function", 300, i -> groups.get(i).name()),
                Column.code("Created at", 260, i -> Places.creation(session.model(), groups.get(i))),
                Column.count("Before trace", i -> sums.before()[i]),
                Column.count("Created", i -> groups.get(i).members().size() - sums.before()[i]),
                Column.count("Exited", i -> sums.ended()[i]),
                Column.count("Alive at end", i -> groups.get(i).members().size() - sums.ended()[i]));
        return host.plain("Populations", groups.size(), columns,
                TableRows.ofGoroutines(i -> new Thing.Group(groups.get(i)), i -> groups.get(i).members().getInt(0)),
                "Alive at end");
    }

    private static Node heading(String title, String words) {
        return PageHead.of(title, words);
    }

    private static Node grow(Node part) {
        VBox.setVgrow(part, Priority.ALWAYS);
        return part;
    }

    private Moments moments() {
        return Moments.of(session.trace());
    }
}
