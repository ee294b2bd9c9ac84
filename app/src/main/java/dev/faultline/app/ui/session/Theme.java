package dev.faultline.app.ui.session;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;

/// The themes: light, dark, and light on black with high contrast.
public enum Theme {
    LIGHT(new PrimerLight().getUserAgentStylesheet()),
    DARK(new PrimerDark().getUserAgentStylesheet()),
    CONTRAST(new PrimerDark().getUserAgentStylesheet());

    private final String controls;

    Theme(String controls) {
        this.controls = controls;
    }

    /// Address of the style sheet that draws the controls.
    public String controls() {
        return controls;
    }

    /// Its name in settings and as a style class.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The theme of a name; light where there is none of it.
    static Theme of(String key) {
        for (Theme theme : values()) {
            if (theme.key().equals(key)) {
                return theme;
            }
        }
        return LIGHT;
    }

    /// The one that comes next, round the end.
    public Theme next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
