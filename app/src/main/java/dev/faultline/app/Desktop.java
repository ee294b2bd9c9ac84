package dev.faultline.app;

import dev.faultline.app.cli.WindowLauncher.NoDisplayException;
import dev.faultline.app.ui.WindowApp;
import java.util.List;
import java.util.Locale;

/// Opens the window from the command line; reports a missing display.
final class Desktop {
    private Desktop() {
    }

    static int open(List<String> files) throws NoDisplayException {
        if (needsDisplay() && !named("DISPLAY") && !named("WAYLAND_DISPLAY")) {
            throw new NoDisplayException("no display found");
        }
        try {
            return WindowApp.launch(files);
        } catch (UnsupportedOperationException e) {
            throw new NoDisplayException("cannot open the display");
        } catch (UnsatisfiedLinkError e) {
            throw new NoDisplayException("a desktop library is missing (" + e.getMessage() + ")");
        }
    }

    private static boolean needsDisplay() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.contains("linux") && !"Headless".equals(System.getProperty("glass.platform"));
    }

    private static boolean named(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isEmpty();
    }
}
