package dev.faultline.app.ui.part;

import dev.faultline.model.words.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A row of labels, each of which shows its own content below; built when first shown.
public final class Switcher {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final FlowPane words = new FlowPane();
    private final StackPane content = new StackPane();
    private final VBox node = new VBox(words, content);
    private final List<Button> buttons = new ArrayList<>();

    public Switcher() {
        words.getStyleClass().add("switcher");
        words.setMinHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(content, Priority.ALWAYS);
        node.getStyleClass().add("page");
    }

    public Node node() {
        return node;
    }

    /// Adds a word.
    ///
    /// @param count number of things behind it
    /// @param what what they are, for when there are none: `tasks: the program makes none`
    /// @param build makes the content
    public void add(String name, int count, String what, Supplier<Node> build) {
        var number = new Label(Units.count(count));
        number.getStyleClass().add("number");
        var button = new Button(name, number);
        button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        add(button, count == 0 ? () -> nothing(what) : build);
    }

    /// Adds a word for things whose number takes long to find out.
    public void add(String name, Supplier<Node> build) {
        add(new Button(name), build);
    }

    private void add(Button button, Supplier<Node> build) {
        button.getStyleClass().add("switch");
        var made = new Lazy(build);
        button.setOnAction(event -> {
            buttons.forEach(other -> other.pseudoClassStateChanged(SELECTED, other == button));
            content.getChildren().setAll(made.get());
        });
        buttons.add(button);
        words.getChildren().add(button);
    }

    public void showFirst() {
        buttons.getFirst().fire();
    }

    /// Shows what is behind a word.
    ///
    /// @throws NoSuchElementException when there is no such word
    public void show(String name) {
        buttons.stream().filter(button -> button.getText().equals(name)).findFirst()
                .orElseThrow(() -> new NoSuchElementException(name)).fire();
    }

    private static Node nothing(String what) {
        int colon = what.indexOf(": ");
        String why = colon < 0 ? "The trace holds none." : what.substring(colon + 2);
        return Empty.of("No " + (colon < 0 ? what : what.substring(0, colon)),
                Character.toUpperCase(why.charAt(0)) + why.substring(1) + (why.endsWith(".") ? "" : "."));
    }

    private static final class Lazy implements Supplier<Node> {
        private final Supplier<Node> build;
        private @Nullable Node made;

        Lazy(Supplier<Node> build) {
            this.build = build;
        }

        @Override
        public Node get() {
            Node node = made;
            if (node == null) {
                node = build.get();
                made = node;
            }
            return node;
        }
    }
}
