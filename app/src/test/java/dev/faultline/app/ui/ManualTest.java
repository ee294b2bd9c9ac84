package dev.faultline.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.app.ui.page.Page;
import dev.faultline.app.ui.session.PageKey;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.text.Glossary;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// F1 opens the manual at the page in front, and terms are explained where they stand.
@ExtendWith(Fx.class)
class ManualTest {
    @TempDir
    private Path folder;

    @Test
    void f1OpensTheManualAtThePageInFront() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            Session session = bench.load("go1.27/pool-swallows-timeout.trace");
            var hand = new Hand(bench.scene());
            // the first opening is at the end of the manual: what is laid out for the first time has no heights before
            for (Page page : Page.ALL.reversed()) {
                Fx.run(() -> session.pageProperty().set(page.key()));
                hand.press(KeyCode.F1);
                Fx.pulse(3);
                Bounds view = onScreen(bench.find("#manual-sheet"));
                Bounds heading = onScreen(heading(bench, page.key()));
                assertTrue(heading.getMinY() >= view.getMinY() && heading.getMinY() < view.getMaxY(),
                        () -> page.title() + ": its heading is at " + heading + ", the manual at " + view);
                hand.press(KeyCode.ESCAPE);
                assertTrue(!bench.find("#overlay").isVisible());
            }
        }
    }

    private static Node heading(Bench bench, PageKey page) throws Exception {
        String title = switch (page) {
            case TIMELINE -> "The window";
            case FINDINGS, LEAKS -> "Findings";
            case SPANS -> "Findings, leaks and spans";
            case FLAME -> "Flame graphs";
            case CHARTS -> "Charts";
            case TABLES -> "Tables";
            case NOTES -> "Notes";
        };
        return Fx.call(() -> bench.scene().lookup("#manual-sheet").lookupAll(".document > TextFlow").stream()
                .filter(node -> ((TextFlow) node).getChildren().stream().filter(Text.class::isInstance)
                        .map(text -> ((Text) text).getText()).collect(Collectors.joining()).equals(title))
                .findFirst().orElseThrow(() -> new AssertionError("no heading " + title)));
    }

    private static Bounds onScreen(Node node) throws Exception {
        return Fx.call(() -> node.localToScene(node.getLayoutBounds()));
    }

    @Test
    void aTermIsExplainedWhereItStands() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            bench.load("go1.27/pool-swallows-timeout.trace");
            Labeled words = bench.withText("Runnable");
            Bounds place = onScreen(words);
            new Hand(bench.scene()).moveTo(place.getCenterX(), place.getCenterY());
            assertNotNull(words.getTooltip(), "no explanation");
            assertEquals("runnable: ready to run, waiting for a P", words.getTooltip().getText());
        }
    }

    @Test
    void theGlossaryKnowsTermsInSentencesAndLeavesOtherWordsAlone() {
        assertTrue(Glossary.explain("Mark assists").startsWith("mark assist: marking that"));
        assertTrue(Glossary.explain("Time without a P").contains("P: a slot to run Go code in"));
        assertTrue(Glossary.explain("STW pauses").contains("a pause of all goroutines"));
        assertEquals("", Glossary.explain("Export PDF…"));
        assertEquals("", Glossary.explain("sort by total time"));
    }
}
