package dev.faultline.app.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Loads the FXML files of this package.
final class Fxml {
    private Fxml() {
    }

    /// Loads a file and fills in the controller's fields.
    static <T extends Parent> T load(String file, Object controller) {
        URL url = Objects.requireNonNull(Fxml.class.getResource(file), file);
        var loader = new FXMLLoader(url);
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
