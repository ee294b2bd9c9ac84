package dev.faultline.app.ui.part;

import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.session.Theme;
import dev.faultline.views.paint.Palette;
import java.util.function.Consumer;

/// Lets painted views follow the theme while their trace is open.
public final class ThemeColours {
    private ThemeColours() {
    }

    /// @param dress takes the colours now and whenever they change
    public static void follow(Session session, WindowActions actions, Consumer<Palette> dress) {
        var following = actions.preferences().themeProperty().subscribe(theme -> dress.accept(palette(theme)));
        session.whenClosed(following::unsubscribe);
    }

    public static Palette palette(Theme theme) {
        return switch (theme) {
            case LIGHT -> Palette.light();
            case DARK -> Palette.dark();
            case CONTRAST -> Palette.contrast();
        };
    }
}
