package dev.faultline.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.app.config.RulesFile;
import dev.faultline.app.ui.page.Page;
import dev.faultline.app.ui.session.Jump;
import dev.faultline.app.ui.session.PageKey;
import dev.faultline.app.ui.session.Preferences;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.session.TabState;
import dev.faultline.app.ui.session.Theme;
import dev.faultline.model.rules.Evidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Suppression;
import dev.faultline.views.fx.TimelineKeys;
import dev.faultline.views.fx.TimelineView;
import dev.faultline.views.scale.TimeRange;
import dev.faultline.views.timeline.row.Thing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What a user does with a trace, done on real traces in a real window.
@ExtendWith(Fx.class)
@Tag("slow")
class WindowTest {
    private static final String POOL = "go1.27/pool-swallows-timeout.trace";
    private static final String LEAK = "go1.27/slow-leak.trace";

    /// Less than a lane is high: no lane is stepped over.
    private static final double LANE_STEP = 12;

    @TempDir
    private Path folder;

    @Test
    void opensTheFilesOfTheCommandLineInTabs() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            Fx.run(() -> bench.window()
                    .show(List.of(Bench.SAMPLES.resolve(POOL).toString(), Bench.SAMPLES.resolve(LEAK).toString())));
            Fx.await("both are open", () -> bench.window().workspace().tabs().size() == 2
                    && bench.window().workspace().tabs().stream().allMatch(tab -> tab.session().isPresent()));
            assertEquals("slow-leak.trace - Faultline", Fx.call(() -> bench.window().stage().getTitle()));
            assertTrue(bench.withText("pool-swallows-timeout").isVisible());
            assertEquals(2, bench.preferences().recent().size());
            String status = ((Label) bench.find(".status .label")).getText();
            assertTrue(status.startsWith("Go 1.26 or later (go 1.26 trace)") && status.contains("complete")
                    && status.contains("309 goroutines"), status);
        }
    }

    @Test
    void takesDroppedFilesAndShowsWhereTheyWillLand() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            var sign = bench.find("#drop-sign");
            // the scene's root scales what is in it and is never what a file is dropped on
            Drop drop = Fx.call(() -> new Drop(sign.getParent(),
                    List.of(Bench.SAMPLES.resolve(POOL), Bench.SAMPLES.resolve(LEAK))));
            assertFalse(sign.isVisible());
            Fx.run(drop::over);
            assertTrue(sign.isVisible());
            bench.withText("Drop to open 2 traces");
            Fx.run(drop::exited);
            assertFalse(sign.isVisible());
            Fx.run(drop::over);
            Fx.run(drop::dropped);
            assertFalse(sign.isVisible());
            Fx.await("both are open", () -> bench.window().workspace().tabs().size() == 2
                    && bench.window().workspace().tabs().stream().allMatch(tab -> tab.session().isPresent()));
        }
    }

    @Test
    void zoomsAtThePointerAndGoesBack() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            Session session = bench.load(POOL);
            var hand = new Hand(bench.scene());
            var view = (TimelineView) bench.find(".timeline-view");
            TimeRange whole = session.viewport().whole();
            hand.ctrlWheel(view, view.getWidth() / 2, view.getHeight() / 2, 120);
            TimeRange zoomed = session.viewport().visible();
            assertTrue(zoomed.durationNs() < whole.durationNs());
            assertTrue(zoomed.fromNs() > 0 && zoomed.toNs() < whole.toNs());
            Fx.run(view::requestFocus);
            hand.press(KeyCode.ALT, KeyCode.LEFT);
            assertEquals(whole, session.viewport().visible());
            hand.press(KeyCode.ALT, KeyCode.RIGHT);
            assertEquals(zoomed, session.viewport().visible());
            hand.press(KeyCode.DIGIT0);
            assertEquals(whole, session.viewport().visible());
        }
    }

    @Test
    void clickingASpanTellsItsFactsAndLinksLeadToItsCreator() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            Session session = bench.load(POOL);
            var hand = new Hand(bench.scene());
            int worker = session.model().goroutines().indexOf(11);
            Fx.run(() -> session.jump(new Jump.ToThing(new Thing.Goroutine(worker, -1))));
            Fx.pulse(3);
            pointAt(bench, hand, worker);
            hand.click();
            var span = assertInstanceOf(Thing.Goroutine.class, session.selection().selected());
            assertEquals(worker, span.goroutine());
            bench.withText("G11 waiting for network I/O");
            bench.withText("Stack where it blocked");

            var creator = (Hyperlink) bench.withText(link(bench));
            Fx.run(creator::fire);
            var next = assertInstanceOf(Thing.Goroutine.class, session.selection().selected());
            assertEquals(1, session.model().goroutines().id(next.goroutine()));
        }
    }

    private static String link(Bench bench) throws Exception {
        return Fx.call(() -> bench.scene().getRoot().lookupAll(".fact-grid .hyperlink").stream()
                .map(node -> ((Hyperlink) node).getText()).filter(text -> text.startsWith("G1 ")).findFirst()
                .orElseThrow());
    }

    /// Moves over the timeline's rows until the pointer is on a goroutine's long span.
    private static void pointAt(Bench bench, Hand hand, int goroutine) throws Exception {
        var view = (TimelineView) bench.find(".timeline-view");
        Session session = Fx.call(() -> bench.window().workspace().session().orElseThrow());
        Bounds place = Fx.call(() -> view.localToScene(view.getLayoutBounds()));
        for (double y = place.getMinY() + 90; y < place.getMaxY(); y += LANE_STEP) {
            hand.moveTo(place.getMinX() + 450, y);
            if (session.selection().hoveredProperty().get() instanceof Thing.Goroutine span
                    && span.goroutine() == goroutine) {
                return;
            }
        }
        throw new AssertionError("the goroutine is not on the screen");
    }

    @Test
    void aFindingLeadsToItsEvidence() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            Session session = bench.load("go1.27/lost-context.trace");
            Finding finding = Fx.call(() -> session.findings().shown().stream()
                    .filter(f -> f.id().equals("broken-context")).findFirst().orElseThrow());
            Fx.run(() -> {
                session.viewport().show(new TimeRange(0, 1000));
                session.findings().selectedProperty().set(finding);
                session.pageProperty().set(PageKey.TABLES);
            });
            Fx.run(((Button) bench.find("#show-evidence"))::fire);
            assertEquals(PageKey.TIMELINE, session.pageProperty().get());
            TimeRange visible = session.viewport().visible();
            for (Evidence.Interval interval : finding.evidence().intervals()) {
                assertTrue(visible.overlaps(interval.fromNs(), interval.toNs()), interval + " is not in " + visible);
            }
            Fx.run(() -> ((Hyperlink) evidence(bench)).fire());
            assertFalse(session.selection().selected() instanceof Thing.None
                    && visible.equals(session.viewport().visible()), "the link led nowhere");
        }
    }

    private static javafx.scene.Node evidence(Bench bench) {
        return bench.scene().getRoot().lookupAll(".hyperlink.evidence").stream().skip(1).findFirst().orElseThrow();
    }

    @Test
    void exportsTheReportFromTheKeyboard() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            bench.load(LEAK);
            Path out = folder.resolve("slow-leak.pdf");
            bench.answers().setReport(out);
            bench.keepNotices();
            var hand = new Hand(bench.scene());
            hand.press(KeyCode.CONTROL, KeyCode.E);
            hand.press(KeyCode.ENTER);
            bench.awaitNotice("Report written to");
            assertEquals("%PDF-", new String(Files.readAllBytes(out), 0, 5, StandardCharsets.ISO_8859_1));
            new Hand(bench.scene()).click(bench.withText("Open report"));
            assertEquals(List.of(out), bench.shown());
        }
    }

    @Test
    void saysWhyAReportCannotBeWritten() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            bench.load(LEAK);
            bench.answers().setReport(folder.resolve("no/such/folder/x.pdf"));
            bench.export();
            bench.awaitNotice("The report could not be written");
        }
    }

    @Test
    void changesItsThemeAndRemembersIt() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            bench.load(POOL);
            var hand = new Hand(bench.scene());
            assertFalse(bench.scene().getRoot().getStyleClass().contains("dark"));
            hand.press(KeyCode.CONTROL, KeyCode.T);
            assertTrue(bench.scene().getRoot().getStyleClass().contains("dark"));
        }
        assertEquals(Theme.DARK, new Preferences(folder).themeProperty().get());
    }

    @Test
    void searchGoesToAGoroutineByItsNumber() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            Session session = bench.load(POOL);
            var hand = new Hand(bench.scene());
            hand.press(KeyCode.CONTROL, KeyCode.K);
            var query = (TextField) bench.find(".search-box .text-field");
            assertTrue(query.isFocused());
            Fx.run(() -> query.setText("g 14"));
            hand.press(KeyCode.ENTER);
            var span = assertInstanceOf(Thing.Goroutine.class, session.selection().selected());
            assertEquals(14, session.model().goroutines().id(span.goroutine()));
            assertFalse(bench.find("#overlay").isVisible());
        }
    }

    @Test
    void helpListsEveryKeyAndEscapeClosesIt() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            bench.load(POOL);
            var hand = new Hand(bench.scene());
            hand.press(KeyCode.SHIFT, KeyCode.SLASH);
            assertTrue(bench.find("#help-sheet").isVisible());
            var wanted = new ArrayList<String>();
            for (var command : bench.window().commands().all()) {
                if (command.key() != null) {
                    wanted.addAll(List.of(command.keyText(), command.label()));
                }
            }
            for (TimelineKeys.Shown shown : TimelineKeys.all()) {
                wanted.addAll(List.of(String.join(" or ", shown.keys()), shown.label()));
            }
            bench.withText(wanted.getLast());
            assertEquals(List.of(), bench.missing(wanted));
            hand.press(KeyCode.ESCAPE);
            assertFalse(bench.find("#overlay").isVisible());
        }
    }

    @Test
    void lettersTypedIntoAFieldAreNoCommands() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            Session session = bench.load(POOL);
            Fx.run(() -> session.viewport().show(new TimeRange(0, 1_000_000)));
            var field = (TextField) bench.find("#filter");
            Fx.run(field::requestFocus);
            new Hand(bench.scene()).press(KeyCode.DIGIT0);
            assertEquals(new TimeRange(0, 1_000_000), session.viewport().visible());
        }
    }

    @Test
    void aBadFileLeavesTheOtherTabsAsTheyAre() throws Exception {
        Path bad = Files.writeString(folder.resolve("bad.trace"), "go 1.26 trace\0\0\0 and then nothing sensible");
        try (Bench bench = Bench.open(folder)) {
            Session session = bench.load(POOL);
            Fx.run(() -> bench.window().workspace().open(List.of(folder.resolve("missing"), bad)));
            Fx.await("they were tried", () -> bench.window().workspace().tabs().stream()
                    .noneMatch(tab -> tab.state() instanceof TabState.Loading));
            assertEquals(3, bench.window().workspace().tabs().size());
            Fx.run(() -> bench.window().workspace().select(bench.window().workspace().tabs().getFirst()));
            assertEquals(session, Fx.call(() -> bench.window().workspace().session().orElseThrow()));
            bench.find(".timeline-view");
        }
    }

    @Test
    void everyPageHasSomethingToSay() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            for (String trace : List.of(POOL, LEAK, "go1.27/healthy-spans.trace",
                    "go1.19/healthy-load.trace")) {
                Session session = bench.load(trace);
                var hand = new Hand(bench.scene());
                for (Page page : Page.ALL) {
                    hand.click(bench.find("#rail-" + page.title()));
                    assertEquals(page.key(), session.pageProperty().get());
                    assertTrue(Fx.call(() -> !bench.scene().getRoot().lookupAll(".page").isEmpty()
                            || !bench.scene().getRoot().lookupAll(".empty").isEmpty()), page + " is blank");
                }
            }
        }
    }

    @Test
    void aSuppressedFindingStaysAwayUntilItIsWantedAgain() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            Session session = bench.load(LEAK);
            int before = session.findings().shown().size();
            assertTrue(before > 0);
            Fx.run(() -> bench.window().actions().suppress(new Suppression("goroutine-leak", "")));
            assertTrue(session.findings().shown().stream().noneMatch(f -> f.id().equals("goroutine-leak")));
            assertTrue(new RulesFile(folder.resolve("rules.properties")).read().suppressions().size() == 1);
            Session other = bench.load(LEAK.replace("go1.27", "go1.24"));
            assertTrue(other.findings().shown().stream().noneMatch(f -> f.id().equals("goroutine-leak")));
            assertFalse(other.findings().judgement().suppressed().isEmpty());
            Fx.run(() -> bench.window().commands().get("unsuppress").run());
            assertEquals(before, session.findings().shown().size());
        }
    }
}
