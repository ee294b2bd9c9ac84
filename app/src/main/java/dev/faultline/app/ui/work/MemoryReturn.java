package dev.faultline.app.ui.work;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.stage.Window;
import javafx.util.Duration;

/// Gives the operating system back what the process holds but does not use. Neither Java's heap nor the C library's does
/// that by itself while the program idles, so a window without a trace would go on holding the memory of the largest one
/// that was open in it.
public final class MemoryReturn {
    /// When, in milliseconds after the time before: JavaFX lets go of the views little by little, and idle threads end
    /// last.
    private static final long[] AFTER_MS = {500, 1_500, 3_500};
    /// The serial collector shrinks the heap in four steps, one at each full collection.
    private static final int SHRINKING_STEPS = 4;
    private static final long PAINTING_MS = 150;
    private static final Optional<MethodHandle> TRIM = trimFunction();

    private final AtomicInteger uses = new AtomicInteger();

    /// Something uses memory again: what was announced is called off.
    public void inUse() {
        uses.incrementAndGet();
    }

    /// Nothing is open any more: memory goes back soon, on a thread of its own, unless [#inUse] is called before.
    public void unused() {
        int last = uses.incrementAndGet();
        Thread.ofPlatform().daemon().name("return memory").start(() -> {
            for (long pause : AFTER_MS) {
                if (!slept(pause) || uses.get() != last) {
                    return;
                }
                now();
            }
        });
    }

    /// Collects garbage, shrinks the heap, and gives free pages of the C library back.
    private static void now() {
        for (int step = 0; step < SHRINKING_STEPS; step++) {
            System.gc();
            Platform.runLater(() -> Window.getWindows().forEach(MemoryReturn::paintDot));
            if (!slept(PAINTING_MS)) {
                return;
            }
        }
        trim();
    }

    /// Paints an image of one transparent px. JavaFX lets go of the textures of canvases and images that are gone only
    /// when it paints, and looks for an image's texture, the next time.
    private static void paintDot(Window window) {
        if (window.getScene() != null && window.getScene().getRoot() instanceof Pane root) {
            var dot = new ImageView(new WritableImage(1, 1));
            dot.setManaged(false);
            dot.setMouseTransparent(true);
            root.getChildren().add(dot);
            var gone = new PauseTransition(Duration.millis(PAINTING_MS / 2.0));
            gone.setOnFinished(_ -> root.getChildren().remove(dot));
            gone.play();
        }
    }

    /// Gives back free pages of the C library where that is glibc.
    static void trim() {
        if (TRIM.isPresent()) {
            try {
                // whether there was anything to give back does not matter
                int ignored = (int) TRIM.get().invokeExact(0L);
            } catch (Throwable e) {
                throw new IllegalStateException("malloc_trim cannot be called", e);
            }
        }
    }

    private static boolean slept(long ms) {
        try {
            Thread.sleep(ms);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @SuppressWarnings("restricted")
    private static Optional<MethodHandle> trimFunction() {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).equals("linux")) {
            return Optional.empty();
        }
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup().find("malloc_trim").map(address -> linker.downcallHandle(address,
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG)));
    }
}
