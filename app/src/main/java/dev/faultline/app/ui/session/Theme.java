package dev.faultline.app.ui.session;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/// The light and the dark theme.
public enum Theme {
    LIGHT(new PrimerLight().getUserAgentStylesheet()), DARK(new PrimerDark().getUserAgentStylesheet());

    private final String controls;

    Theme(String controls) {
        this.controls = controls;
    }

    /// Address of the style sheet that draws the controls.
    public String controls() {
        return controls;
    }

    /// The other one.
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
