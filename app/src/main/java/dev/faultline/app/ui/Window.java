package dev.faultline.app.ui;

import dev.faultline.app.ui.command.Commands;
import dev.faultline.app.ui.command.Keys;
import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.page.Page;
import dev.faultline.app.ui.session.Preferences;
import dev.faultline.app.ui.session.Theme;
import dev.faultline.app.ui.session.Workspace;
import dev.faultline.app.ui.shell.WindowController;
import dev.faultline.views.paint.Palette;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

/// The main window: a stage with its services.
public final class Window {
    /// What the system draws around the window's content, px: about.
    private static final double BORDER = 16;
    private static final double TITLE_BAR = 48;
    /// With that.
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 600;
    private static final Duration UNTIL_SAVED = Duration.millis(300);

    private final PauseTransition saving = new PauseTransition(UNTIL_SAVED);
    private final Stage stage;
    private final Workspace workspace;
    private final Preferences preferences;
    private final WindowActions actions;
    private final Commands commands;

    /// Puts the content on a stage, which is not shown yet.
    public Window(Stage stage, Services services) {
        this.stage = stage;
        preferences = services.preferences();
        workspace = new Workspace(services.opener(), services.rulebook(), preferences);
        actions = new WindowActions(workspace, preferences, services.outside());
        commands = new Commands(actions, Page.titles());
        var root = new ScaledRoot(WindowController.create(actions, commands), preferences);
        var scene = new Scene(root, preferences.width(), preferences.height());
        scene.getStylesheets().addAll(Palette.styleSheet().toExternalForm(),
                Objects.requireNonNull(Window.class.getResource("window.css")).toExternalForm());
        preferences.themeProperty().subscribe(theme -> dress(root, theme));
        Keys.install(scene, commands.all());
        stage.setScene(scene);
        stage.setMinWidth(Math.min(LEAST_WIDTH, preferences.width() + BORDER));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, preferences.height() + TITLE_BAR));
        stage.setMaximized(preferences.maximized());
        stage.getIcons().add(new Image(Objects.requireNonNull(Window.class.getResource("icon.png")).toExternalForm()));
        workspace.selectedProperty()
                .subscribe(tab -> stage.setTitle(tab == null ? "Faultline" : tab.title() + " - Faultline"));
        stage.setOnHidden(event -> closed());
        rememberChanges();
    }

    /// Lets the window be no larger than the screen when it opens.
    static void fitScreen(Preferences preferences) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        preferences.limitSize(screen.getWidth() - BORDER, screen.getHeight() - TITLE_BAR);
    }

    /// Writes preferences soon after each change: the program may end in any way.
    private void rememberChanges() {
        saving.setOnFinished(event -> save());
        preferences.setOnChange(saving::playFromStart);
        Runnable resized = () -> {
            if (stage.isShowing() && !stage.isMaximized() && !stage.isFullScreen()) {
                preferences.setSize(stage.getScene().getWidth(), stage.getScene().getHeight());
            }
        };
        stage.getScene().widthProperty().addListener(_ -> resized.run());
        stage.getScene().heightProperty().addListener(_ -> resized.run());
        stage.maximizedProperty().addListener((_, _, now) -> preferences.setMaximized(now));
    }

    /// Shows the window, then opens files in it.
    ///
    /// @param files as named on the command line
    public void show(List<String> files) {
        List<Path> paths = files.stream().map(Path::of).toList();
        if (!paths.isEmpty() && workspace.ready(paths.getFirst())) {
            workspace.open(paths);
            stage.show();
        } else {
            stage.show();
            // the window comes first, the files after it
            Platform.runLater(() -> workspace.open(paths));
        }
        workspace.rulebook().settings().problem().ifPresent(actions::warn);
    }

    public Stage stage() {
        return stage;
    }

    public WindowActions actions() {
        return actions;
    }

    public Workspace workspace() {
        return workspace;
    }

    public Commands commands() {
        return commands;
    }

    private static void dress(Parent root, Theme theme) {
        Application.setUserAgentStylesheet(theme.controls());
        for (Theme other : Theme.values()) {
            root.getStyleClass().remove(other.key());
        }
        root.getStyleClass().add(theme.key());
    }

    private void closed() {
        saving.stop();
        save();
        preferences.setOnChange(() -> {});
        workspace.closeAll();
    }

    private void save() {
        try {
            preferences.save();
        } catch (IOException e) {
            System.getLogger(Window.class.getName()).log(System.Logger.Level.WARNING, "the settings were not saved", e);
        }
    }
}
