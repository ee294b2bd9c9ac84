package dev.faultline.app.ui;

import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;

/// Drags files over a node, as the system would; the headless platform has no drag and drop of its own.
final class Drop {
    private final Node target;
    private final Dragboard board;

    Drop(Node target, List<Path> files) throws Exception {
        this.target = target;
        board = board(files.stream().map(Path::toFile).toList());
    }

    void over() {
        fire(DragEvent.DRAG_OVER);
    }

    void dropped() {
        fire(DragEvent.DRAG_DROPPED);
    }

    void exited() {
        fire(DragEvent.DRAG_EXITED);
    }

    private void fire(EventType<DragEvent> type) {
        Event.fireEvent(target, new DragEvent(type, board, 300, 300, 300, 300, TransferMode.COPY, null, target,
                new PickResult(target, 300, 300)));
    }

    private static Dragboard board(List<File> files) throws Exception {
        // an interface of the toolkit's inside: the tests' command line exports its package
        Class<?> inside = Class.forName("com.sun.javafx.tk.TKClipboard");
        Object clipboard = Proxy.newProxyInstance(Drop.class.getClassLoader(), new Class<?>[]{inside},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getContent" -> arguments[0].equals(DataFormat.FILES) ? files : null;
                    case "hasContent" -> arguments[0].equals(DataFormat.FILES);
                    case "getContentTypes" -> Set.of(DataFormat.FILES);
                    case "getTransferModes" -> EnumSet.of(TransferMode.COPY);
                    case "toString" -> "files";
                    default -> null;
                });
        Constructor<Dragboard> constructor = Dragboard.class.getDeclaredConstructor(inside);
        constructor.setAccessible(true);
        return constructor.newInstance(clipboard);
    }
}
