package dev.faultline.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.faultline.app.ui.session.Preferences;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.session.SourceSettings;
import dev.faultline.app.ui.session.TableJump;
import dev.faultline.trace.event.Frame;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// From a frame to its code, in the window and in the editor.
@ExtendWith(Fx.class)
class SourceTest {
    @TempDir
    private Path folder;

    @Test
    void aFrameShowsItsLinesAndOpensInTheEditor() throws Exception {
        try (Bench bench = Bench.open(folder)) {
            Session session = bench.load("go1.27/slow-leak.trace");
            Node line = bench.find(".finding .frame");
            Frame frame = session.findings().shown().getFirst().evidence().stacks().getFirst().frames().stream()
                    .filter(f -> session.model().owners().maybeOwn(f)).findFirst().orElseThrow();
            Fx.run(line::requestFocus);
            var hand = new Hand(bench.scene());
            hand.press(KeyCode.ENTER);
            Fx.await("it says that the file is not here", () -> bench.scene().lookup(".source") != null);
            bench.withText(frame.file() + " is not here.");
            hand.press(KeyCode.ENTER);

            int half = frame.file().length() / 2;
            Path source = Path.of(folder + "/code/" + frame.file().substring(half));
            Files.createDirectories(source.getParent());
            Files.writeString(source,
                    IntStream.rangeClosed(1, 400).mapToObj(i -> "line " + i).collect(Collectors.joining("\n")));
            Path opened = folder.resolve("opened-" + frame.line());
            Fx.run(() -> bench.window().commands().get("editor").run());
            settings(bench, frame.file().substring(0, half), opened);

            Fx.run(line::requestFocus);
            hand.press(KeyCode.ENTER);
            Fx.await("the lines are shown", () -> bench.scene().lookup(".source-marked") != null);
            var marked = bench.find(".source-marked").lookupAll(".label").stream().map(l -> ((Label) l).getText())
                    .toList();
            assertEquals(List.of(Integer.toString(frame.line()), "line " + frame.line()), marked);
            hand.press(KeyCode.CONTROL, KeyCode.ENTER);
            Fx.await("the editor ran", () -> Files.exists(opened));

            Files.delete(opened);
            Fx.run(() -> session.jump(new TableJump("Stacks", "frame:" + frame.function())));
            Fx.await("the stacks are listed", () -> table(bench) != null && table(bench).getItems().size() == 1);
            Fx.run(() -> {
                table(bench).requestFocus();
                table(bench).getSelectionModel().clearAndSelect(0);
            });
            hand.press(KeyCode.CONTROL, KeyCode.ENTER);
            Fx.await("the editor ran for the row of the table", () -> Files.exists(opened));
            Fx.run(() -> {
                var menu = table(bench).getContextMenu();
                menu.getOnShowing().handle(null);
                menu.getItems().stream().filter(item -> "Show the code".equals(item.getText())).findFirst()
                        .orElseThrow().fire();
            });
            Fx.await("the lines are shown beside the table", () -> javafx.stage.Window.getWindows().stream()
                    .anyMatch(window -> window.getScene().getRoot().lookup("#table-code .source-marked") != null));
        }
        SourceSettings kept = new Preferences(folder).sources();
        assertTrue(kept.editor().startsWith("cp {file}"));
        assertEquals(1, kept.mappings().size());
    }

    private static TableView<?> table(Bench bench) {
        return (TableView<?>) bench.scene().getRoot().lookup(".dense-table");
    }

    private void settings(Bench bench, String from, Path opened) throws Exception {
        var command = (TextField) bench.find("#editor-command");
        List<TextField> fields = Fx.call(() -> bench.scene().lookup("#editor-sheet").lookupAll(".text-field").stream()
                .map(TextField.class::cast).toList());
        Fx.run(() -> {
            command.setText("cp {file} \"" + opened.getParent() + "/opened-{line}\"");
            fields.get(1).setText(from);
            fields.get(2).setText(folder.resolve("code").toString());
        });
        new Hand(bench.scene()).click(bench.find("#editor-save"));
        assertTrue(!bench.find("#overlay").isVisible());
    }

    @Test
    void theLongestBeginThatFitsSaysWhereAFileIs() throws Exception {
        Path general = Files.createDirectories(folder.resolve("all/shop"));
        Path special = Files.createDirectories(folder.resolve("shop"));
        Files.writeString(general.resolve("a.go"), "general");
        Files.writeString(special.resolve("a.go"), "special");
        Files.writeString(general.resolve("b.go"), "only there");
        SourceSettings sources = new Preferences(folder).sources();
        sources.set("vim +{line} {file}",
                List.of(new SourceSettings.Mapping("example.com/", folder.resolve("all").toString()),
                        new SourceSettings.Mapping("example.com/shop/", special.toString())));
        assertEquals(Optional.of(special.resolve("a.go")), sources.find(frame("example.com/shop/a.go")));
        assertEquals(Optional.of(general.resolve("b.go")), sources.find(frame("example.com/shop/b.go")));
        assertEquals(Optional.empty(), sources.find(frame("example.org/a.go")));
        assertEquals(Optional.of(general.resolve("b.go")), sources.find(frame(general.resolve("b.go").toString())));
        assertEquals(List.of("vim", "+7", "/a b/c.go"), sources.command(Path.of("/a b/c.go"), 7));
    }

    private static Frame frame(String file) {
        return new Frame("example.com/shop.F", file, 1, 0);
    }
}
