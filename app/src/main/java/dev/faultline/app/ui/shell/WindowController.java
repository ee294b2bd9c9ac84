package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.command.Command;
import dev.faultline.app.ui.command.Commands;
import dev.faultline.app.ui.command.ShownKey;
import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.compare.ComparisonView;
import dev.faultline.app.ui.session.Samples;
import dev.faultline.app.ui.session.TabState;
import dev.faultline.app.ui.session.TraceTab;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Toolbar, rail and status line; in the middle the content of the tab in front.
public final class WindowController {
    /// Width in px from which the bar has room for a wide search field, and the field's least width then and before.
    private static final double WIDE = 1200;
    private static final double SEARCH_USUAL = 220;
    private static final double SEARCH_LEAST = 150;
    /// Width in px of the search field from which it has room for all that can be searched.
    private static final double LONG_HINT = 380;

    private final WindowActions actions;
    private final Commands commands;
    /// What was built for the states of the tabs.
    private final Map<TabState, Node> contents = new IdentityHashMap<>();

    @FXML
    private StackPane root;
    @FXML
    private MenuButton menu;
    @FXML
    private HBox bar;
    @FXML
    private StackPane tabs;
    @FXML
    private Label searchHint;
    @FXML
    private Button search;
    @FXML
    private Button export;
    @FXML
    private Button open;
    @FXML
    private Button theme;
    @FXML
    private Button help;
    @FXML
    private VBox rail;
    @FXML
    private StackPane content;
    @FXML
    private Label statusLeft;
    @FXML
    private Label statusRight;

    @SuppressWarnings("NullAway.Init")
    private WindowController(WindowActions actions, Commands commands) {
        this.actions = actions;
        this.commands = commands;
    }

    /// Builds the window's content.
    public static Parent create(WindowActions actions, Commands commands) {
        return Fxml.load("window.fxml", new WindowController(actions, commands));
    }

    @FXML
    private void initialize() {
        run(search, "search");
        run(export, "export");
        run(open, "open");
        run(theme, "theme");
        run(help, "help");
        menus();
        tabs.getChildren().add(new TabStrip(actions));
        String hint = searchHint.getText();
        search.widthProperty()
                .subscribe(width -> searchHint.setText(width.doubleValue() >= LONG_HINT ? hint : "Search"));
        search.minWidthProperty().bind(bar.widthProperty().map(
                width -> width.doubleValue() >= WIDE ? SEARCH_USUAL : SEARCH_LEAST));
        Rail.fill(rail, actions.workspace());
        new StatusLine(actions.workspace(), statusLeft, statusRight).start();
        root.getChildren().addAll(new Overlays(actions, commands).layers());
        Terms.explain(root);
        SourceCode.install(root, actions);
        DropTarget.install(root, actions.workspace()::open);
        actions.workspace().tabs().addListener((ListChangeListener<TraceTab>) change -> forget());
        actions.picturesBy(kind -> PagePicture.of(page(), kind));
        actions.workspace().stateProperty().subscribe(this::show);
    }

    /// The page in front.
    private Node page() {
        return content.lookup(".pages") instanceof StackPane pages && !pages.getChildren().isEmpty()
                ? pages.getChildren().getLast()
                : content;
    }

    private void run(Button button, String id) {
        Command command = commands.get(id);
        button.setOnAction(event -> command.run());
        command.enabled().subscribe(enabled -> button.setDisable(!enabled));
    }

    private void menus() {
        for (Command.Menu title : Command.Menu.values()) {
            var submenu = new Menu(title.label());
            commands.all().stream().filter(command -> command.menu() == title).map(this::item)
                    .forEach(submenu.getItems()::add);
            if (title == Command.Menu.FILE) {
                submenu.getItems().addAll(1, List.of(recent(), samples()));
            }
            menu.getItems().add(submenu);
        }
    }

    private MenuItem item(Command command) {
        var item = new MenuItem(command.label());
        item.setId("menu-" + command.id());
        item.setOnAction(event -> command.run());
        item.disableProperty().bind(Bindings.not(command.enabled()));
        if (command.key() != null) {
            item.setAccelerator(new ShownKey(command.keyText()));
        }
        return item;
    }

    private Menu recent() {
        var submenu = new Menu("Open recent");
        Runnable fill = () -> {
            submenu.getItems().setAll(actions.preferences().recent().stream().map(this::recent).toList());
            submenu.setDisable(submenu.getItems().isEmpty());
        };
        actions.preferences().recent().addListener((ListChangeListener<Path>) change -> fill.run());
        fill.run();
        return submenu;
    }

    private Menu samples() {
        var submenu = new Menu("Open a sample");
        Samples.all().forEach(sample -> {
            var item = new MenuItem(sample.title());
            item.setOnAction(event -> actions.openSample(sample));
            submenu.getItems().add(item);
        });
        return submenu;
    }

    private MenuItem recent(Path file) {
        var item = new MenuItem(file.toString());
        item.setMnemonicParsing(false);
        item.setOnAction(event -> actions.workspace().open(List.of(file)));
        return item;
    }

    private void show(@Nullable TabState state) {
        TraceTab tab = actions.workspace().selectedProperty().get();
        if (tab == null || state == null) {
            content.getChildren().setAll(new StartController(actions).node());
            return;
        }
        forget();
        content.getChildren().setAll(contents.computeIfAbsent(state, _ -> content(tab, state)));
    }

    /// Lets go of what is not shown any more.
    private void forget() {
        contents.keySet().removeIf(state -> actions.workspace().tabs().stream().noneMatch(tab -> tab.holds(state)));
    }

    private Node content(TraceTab tab, TabState state) {
        return switch (state) {
            case TabState.Loading loading -> new LoadingController(actions, tab.title(), loading).node();
            case TabState.Failed failed -> new FailedController(actions, tab, failed).node();
            case TabState.Open(var session) -> new SessionController(actions, session).node();
            case TabState.Comparing(var traces) -> new ComparisonView(actions, traces).node();
        };
    }
}
