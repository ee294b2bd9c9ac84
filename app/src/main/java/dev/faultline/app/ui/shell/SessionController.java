package dev.faultline.app.ui.shell;

import dev.faultline.app.ui.command.Question;
import dev.faultline.app.ui.command.WindowActions;
import dev.faultline.app.ui.page.Page;
import dev.faultline.app.ui.part.ThemeColours;
import dev.faultline.app.ui.session.FindingList;
import dev.faultline.app.ui.session.PageKey;
import dev.faultline.app.ui.session.Panes;
import dev.faultline.app.ui.session.Session;
import dev.faultline.views.fx.EarlyView;
import dev.faultline.views.fx.LowPriority;
import dev.faultline.views.timeline.early.EarlyPicture;
import dev.faultline.views.timeline.row.Thing;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// An open trace: the page in the middle, details below it, findings at the right.
final class SessionController {
    private static final double FINDINGS_WIDTH = 362;
    private static final double DETAILS_HEIGHT = 184;
    private static final double DETAILS_LEAST = 130;
    private static final double DETAILS_SHARE = 0.21;
    /// Height in px from which the details are shown while nothing is selected, to say what can be.
    private static final double HINT_FROM = 640;
    /// Of the page's room that the panes beside it leave to it at first.
    private static final double LEAST_SHARE = 0.62;

    private final Session session;
    private final WindowActions actions;
    /// Each page is built when it is first shown.
    private final Map<PageKey, Node> builtPages = new EnumMap<>(PageKey.class);
    private final StackPane details = new StackPane();
    private final StackPane findings = new StackPane();
    private final Node node;

    @FXML
    private SplitPane across;
    @FXML
    private SplitPane down;
    @FXML
    private StackPane middle;
    @FXML
    private StackPane pages;
    @FXML
    private Button strip;

    @SuppressWarnings("NullAway.Init")
    SessionController(WindowActions actions, Session session) {
        this.session = session;
        this.actions = actions;
        session.findings().stateProperty().subscribe(this::prepare);
        Parent parts = Fxml.load("session.fxml", this);
        middle.getChildren().add(new RangeOffer(session, actions).node());
        node = session.isRange() ? withBar(new RangeBar(session, actions).node(), parts) : parts;
    }

    private static Node withBar(Node bar, Node below) {
        VBox.setVgrow(below, Priority.ALWAYS);
        return new VBox(bar, below);
    }

    Node node() {
        return node;
    }

    /// Prepares what details need once the rules are done with the CPUs.
    private void prepare(FindingList.State state) {
        if (state != FindingList.State.CHECKING) {
            new Question<Boolean>(session, "look up").ask(() -> {
                LowPriority.lowerThisThread();
                session.lookup().prepare();
                return true;
            }, done -> session.keepIndex());
        }
    }

    @FXML
    private void initialize() {
        SplitPane.setResizableWithParent(details, false);
        SplitPane.setResizableWithParent(findings, false);
        // a split pane gives what is added to it no more than it needs at least
        details.minHeightProperty().bind(down.heightProperty()
                .map(height -> Math.clamp(height.doubleValue() * DETAILS_SHARE, DETAILS_LEAST, DETAILS_HEIGHT)));
        strip.managedProperty().bind(strip.visibleProperty());
        strip.setVisible(false);
        strip.setOnAction(event -> actions.toggleDetails());
        showFirst();
        StaggeredBuild.run(session, List.of(() -> session.pageProperty().subscribe(page -> arrange()),
                () -> session.selection().selectedProperty().subscribe(selected -> arrange()), this::buildDetails,
                () -> findings.getChildren().setAll(new FindingsController(session, actions).node())));
        Subscription panes = actions.preferences().panes().changedProperty().subscribe(changed -> arrange());
        session.whenClosed(panes::unsubscribe);
        across.widthProperty().subscribe(width -> placeOnce(across, width.doubleValue(), FINDINGS_WIDTH));
        down.heightProperty().subscribe(height -> placeOnce(down, height.doubleValue(), DETAILS_HEIGHT));
    }

    private void buildDetails() {
        var controller = new DetailsController(session, actions);
        details.getChildren().setAll(controller.node());
        controller.headlineProperty().subscribe(headline -> {
            session.selectedWordsProperty().set(headline);
            strip.setText("▴ Details: " + headline);
            strip.setTooltip(new Tooltip("Show the details (Ctrl+D)\n" + headline));
        });
    }

    /// Goes on showing what was seen of the trace while it was read until the page is built.
    private void showFirst() {
        EarlyPicture early = session.early();
        if (early != null) {
            var view = new EarlyView();
            view.setPalette(ThemeColours.palette(actions.preferences().themeProperty().get()));
            view.show(early);
            pages.getChildren().setAll(view);
        }
    }

    private void arrange() {
        Page page = Page.of(session.pageProperty().get());
        Node shown = builtPages.computeIfAbsent(page.key(),
                _ -> page.factory().apply(session, actions));
        // nodes that are added again get their styles again, which is slow
        if (!pages.getChildren().equals(List.of(shown))) {
            pages.getChildren().setAll(shown);
            Platform.runLater(() -> focus(shown));
        }
        Panes panes = actions.preferences().panes();
        show(across, findings, page.key() != PageKey.FINDINGS && panes.findings(), FINDINGS_WIDTH);
        boolean selected = !(session.selection().selected() instanceof Thing.None);
        boolean wanted = switch (page.details()) {
            case ALWAYS, WHEN_SELECTED -> selected;
            case NEVER -> false;
        };
        boolean hint = page.details() == Page.Details.ALWAYS && !selected;
        boolean open = panes.details(page.key()) && (wanted || hint && down.getHeight() >= HINT_FROM);
        show(down, details, open, DETAILS_HEIGHT);
        strip.setVisible((wanted || hint) && !open);
    }

    /// Whoever comes to a page goes on with its keys, unless they are typing. The timeline takes the focus itself.
    private static void focus(Node page) {
        Scene scene = page.getScene();
        if (scene != null && !(scene.getFocusOwner() instanceof TextInputControl)) {
            Stream.of(".flame-view", ".dense-table", ".card").map(page::lookup).filter(Objects::nonNull).findFirst()
                    .ifPresent(Node::requestFocus);
        }
    }

    private static void show(SplitPane pane, Node node, boolean wanted, double size) {
        if (wanted && !pane.getItems().contains(node)) {
            pane.getItems().add(node);
            double length = pane.getOrientation() == javafx.geometry.Orientation.HORIZONTAL
                    ? pane.getWidth()
                    : pane.getHeight();
            pane.getProperties().remove(PLACED);
            placeOnce(pane, length, size);
        } else if (!wanted) {
            pane.getItems().remove(node);
        }
    }

    private static final String PLACED = "faultline.placed";

    /// Gives the last part its size when the whole is first laid out; afterwards the user decides.
    private static void placeOnce(SplitPane pane, double length, double size) {
        if (length > 0 && pane.getItems().size() > 1 && pane.getProperties().put(PLACED, true) == null) {
            pane.setDividerPosition(0, Math.max(LEAST_SHARE, 1 - size / length));
        }
    }
}
