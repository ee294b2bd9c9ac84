package dev.faultline.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.faultline.app.ui.part.NotReportedBox;
import dev.faultline.model.analysis.Facts;
import dev.faultline.model.judge.Rules;
import dev.faultline.model.reconstruct.ModelBuilder;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.rules.Settings;
import dev.faultline.trace.TraceReader;
import dev.faultline.trace.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What stands below the findings.
@ExtendWith(Fx.class)
class NotReportedBoxTest {
    @Test
    void rulesWithoutFindingAreListedOnceAndOnlyBesideFindings() throws Exception {
        Judgement judgement = Rules.judge(new Facts(ModelBuilder.build(
                TraceReader.read(Path.of("../sample-traces/go1.27/pool-swallows-timeout.trace"), Progress.NONE),
                Progress.NONE)), Settings.DEFAULTS);
        List<String> missing = judgement.notChecked().stream().map(Judgement.NotChecked::rule).toList();
        List<String> found = Stream.concat(judgement.all().stream(),
                judgement.consequences().stream().map(Judgement.Consequence::finding)).map(f -> f.id()).distinct()
                .toList();
        int rest = Rules.all().size() - missing.size() - found.size();
        VBox box = Fx.call(() -> (VBox) NotReportedBox.of(judgement).getFirst());
        Hyperlink fold = (Hyperlink) box.getChildren().get(box.getChildren().size() - 2);
        VBox list = (VBox) box.getChildren().getLast();
        assertEquals("▸ " + rest + " rules found nothing", fold.getText());
        assertFalse(list.isVisible());
        Fx.run(fold::fire);
        assertEquals("▾ " + rest + " rules found nothing", fold.getText());
        List<String> named = List.of(((Label) list.getChildren().getFirst()).getText().split(", "));
        assertEquals(rest, named.size());
        assertFalse(named.stream().anyMatch(found::contains), named.toString());

        List<Node> healthy = Fx.call(() -> NotReportedBox.of(new Judgement(Settings.DEFAULTS, List.of(), List.of())));
        assertEquals(List.of(), healthy);
    }
}
