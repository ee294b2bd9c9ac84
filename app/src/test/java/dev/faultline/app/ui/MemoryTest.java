package dev.faultline.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.app.ui.session.Opened;
import dev.faultline.app.ui.session.OpenedFile;
import dev.faultline.app.ui.session.PageKey;
import dev.faultline.app.ui.session.Session;
import dev.faultline.trace.progress.Progress;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Closing a tab gives its memory back.
@ExtendWith(Fx.class)
@Tag("slow")
class MemoryTest {
    @TempDir
    private Path folder;

    /// Scroll panes that a session has at least.
    private static final int PANES = 5;

    private final CountDownLatch freed = new CountDownLatch(1);

    /// Opens a trace whose memory tells when it is freed.
    private OpenedFile watched(Path file, Progress progress) throws IOException {
        Opened opened = WindowApp.open(file, progress).traces().getFirst();
        opened.trace().store().whenClosed(freed::countDown);
        return new OpenedFile(List.of(opened));
    }

    @Test
    void closingATabFreesTheTraceAndForgetsTheSession() throws Exception {
        try (Bench bench = Bench.open(folder, this::watched)) {
            WeakReference<Session> session = visitEveryPage(bench);
            assertFalse(freed.await(0, TimeUnit.SECONDS));
            Fx.run(() -> bench.window().commands().get("close").run());
            assertTrue(freed.await(Fx.PATIENCE_S, TimeUnit.SECONDS), "the trace's memory is still held");
            bench.withText("Drop a Go execution trace here");
            Fx.await("nothing refers to the session", () -> {
                System.gc();
                return session.refersTo(null);
            });
        }
    }

    /// JavaFX never frees such a picture of a node that is taken away.
    @Test
    void noPictureOfANodeIsKept() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            Session session = bench.load("go1.27/slow-leak.trace");
            Set<Node> nodes = new HashSet<>();
            for (PageKey page : PageKey.values()) {
                Fx.run(() -> session.pageProperty().set(page));
                Fx.pulse(3);
                Fx.run(() -> collect(bench.scene().getRoot(), nodes));
            }
            assertTrue(nodes.stream().filter(ScrollPane.class::isInstance).count() >= PANES, nodes::toString);
            assertEquals(List.of(), nodes.stream().filter(Node::isCache).toList());
        }
    }

    private static void collect(Node node, Set<Node> nodes) {
        nodes.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, nodes));
        }
    }

    private static WeakReference<Session> visitEveryPage(Bench bench) throws Exception {
        Session session = bench.load("go1.27/slow-leak.trace");
        for (PageKey page : PageKey.values()) {
            Fx.run(() -> session.pageProperty().set(page));
        }
        return new WeakReference<>(session);
    }
}
