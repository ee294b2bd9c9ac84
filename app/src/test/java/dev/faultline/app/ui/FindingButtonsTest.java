package dev.faultline.app.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.app.ui.session.Session;
import dev.faultline.model.rules.Finding;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What can be done with a finding is in reach without scrolling, however much there is to say of it.
@ExtendWith(Fx.class)
@Tag("slow")
class FindingButtonsTest {
    @TempDir
    private Path folder;

    @Test
    void theButtonsAreOnTheScreenInALowWindow() throws Exception {
        try (Bench bench = Bench.tall(folder, WindowApp.opener(), 600)) {
            Session session = bench.load("go1.27/pool-swallows-timeout.trace");
            List<Finding> findings = Fx.call(() -> List.copyOf(session.findings().shown()));
            assertTrue(findings.size() > 1);
            for (Finding finding : findings) {
                Fx.run(() -> session.findings().selectedProperty().set(finding));
                Fx.pulse(3);
                Node show = bench.find(".findings #show-evidence");
                Bounds place = Fx.call(() -> show.localToScene(show.getLayoutBounds()));
                assertTrue(place.getMaxY() < 600 && place.getHeight() >= 24, () -> finding.id() + ": " + place);
            }
        }
    }
}
