package dev.faultline.app.ui.page;

import dev.faultline.app.ui.command.Desk;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.session.Theme;
import dev.faultline.views.paint.Palette;
import java.util.function.Consumer;

/// Lets painted views follow the theme as long as their trace is open.
final class Look {
    private Look() {
    }

    /// @param dress takes the colours now and whenever they change
    static void follow(Session session, Desk desk, Consumer<Palette> dress) {
        var following = desk.preferences().themeProperty().subscribe(theme -> dress.accept(palette(theme)));
        session.whenClosed(following::unsubscribe);
    }

    static Palette palette(Theme theme) {
        return theme == Theme.DARK ? Palette.dark() : Palette.light();
    }
}
