package dev.faultline.app.ui.page;

import dev.faultline.app.ui.session.Jump;
import dev.faultline.app.ui.session.Session;
import dev.faultline.app.ui.text.Names;
import dev.faultline.model.Region;
import dev.faultline.model.Task;
import dev.faultline.model.unit.Units;
import dev.faultline.views.fx.Selected;
import java.util.List;
import java.util.function.IntFunction;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the program told of itself: its tasks and regions by name, how long they took, how many were lost.
final class SpansPage {
    private static final int KINDS = 8;

    private final Session session;
    private final Node node;

    SpansPage(Session session) {
        this.session = session;
        List<Task> tasks = session.model().tasks();
        List<Region> regions = session.model().regions();
        if (tasks.isEmpty() && regions.isEmpty()) {
            node = Empty.of("No tasks and no regions",
                    "The program marks neither: runtime/trace.NewTask, WithRegion and StartRegion would show here how"
                            + " long each request took and where its story broke.");
            return;
        }
        var kinds = new HBox(part("Tasks by name", taskHeadline(tasks), taskKinds(SpanKind.ofTasks(tasks))),
                part("Regions by name", regionHeadline(regions), regionKinds(SpanKind.ofRegions(regions))));
        kinds.getStyleClass().add("side-by-side");
        kinds.getChildren().forEach(part -> HBox.setHgrow(part, Priority.ALWAYS));
        var box = new VBox(fractures(tasks, regions), kinds, PageHead.of("Longest tasks", "double click shows one"),
                longest(tasks));
        VBox.setVgrow(box.getChildren().getLast(), Priority.ALWAYS);
        box.getStyleClass().addAll("page", "stacked");
        node = box;
    }

    Node node() {
        return node;
    }

    private Node fractures(List<Task> tasks, List<Region> regions) {
        long openTasks = tasks.stream().filter(task -> !task.ended()).count();
        long openRegions = regions.stream().filter(region -> !region.ended()).count();
        var broken = Fractures.of(session.model());
        var tiles = new HBox(Tile.of("tasks", Units.count(tasks.size()), Units.count(openTasks) + " never ended"),
                Tile.of("regions", Units.count(regions.size()), Units.count(openRegions) + " never ended"),
                Tile.of("fracture rate", broken.children() == 0 ? "none" : Units.share(broken.rate()),
                        broken.children() == 0
                                ? "no region ran in a goroutine created for a task"
                                : Units.count(broken.lost()) + " of " + Units.count(broken.children())
                                        + " regions in goroutines created for a task lost it"));
        tiles.getStyleClass().add("tiles");
        return tiles;
    }

    private static String taskHeadline(List<Task> tasks) {
        return tasks.isEmpty() ? "none" : Units.count(tasks.size(), "task");
    }

    private static String regionHeadline(List<Region> regions) {
        return regions.isEmpty() ? "none" : Units.count(regions.size(), "region");
    }

    private static Node part(String title, String words, Node table) {
        var part = new VBox(PageHead.of(title, words), table);
        part.setMinWidth(0);
        part.setPrefWidth(400);
        return part;
    }

    private Node taskKinds(List<SpanKind> kinds) {
        return kinds.isEmpty()
                ? Empty.of("No tasks", "The program calls trace.NewTask nowhere.")
                : table(kinds.size(), SpanKind.columns(kinds), i -> new Selected.TaskItem(
                        session.model().tasks().get(kinds.get(i).longest()))).sortedBy("Total").compact(KINDS).node();
    }

    private Node regionKinds(List<SpanKind> kinds) {
        return kinds.isEmpty()
                ? Empty.of("No regions", "The program calls trace.StartRegion and WithRegion nowhere.")
                : table(kinds.size(), SpanKind.columns(kinds), i -> new Selected.RegionItem(
                        session.model().regions().get(kinds.get(i).longest()))).sortedBy("Total").compact(KINDS).node();
    }

    private Node longest(List<Task> tasks) {
        if (tasks.isEmpty()) {
            return Empty.of("No tasks", "Regions that belong to no task are listed above.");
        }
        var columns = List.of(Column.words("Task", 220, i -> Names.task(tasks.get(i))),
                Column.time("Begin", i -> tasks.get(i).startNs()),
                Column.duration("Duration", i -> tasks.get(i).durationNs()),
                Column.words("End", 110, i -> tasks.get(i).ended() ? "ended" : "never ended"),
                Column.count("Goroutines", i -> tasks.get(i).goroutines().size()),
                Column.count("Regions", i -> tasks.get(i).regions().size()),
                Column.code("Begun by", 260, i -> begunBy(tasks.get(i))));
        return table(tasks.size(), columns, i -> new Selected.TaskItem(tasks.get(i))).sortedBy("Duration").node();
    }

    private String begunBy(Task task) {
        return task.creator() < 0 ? "unknown" : Names.goroutineWithFunction(session.model(), task.creator());
    }

    private DenseTable table(int size, List<Column> columns, IntFunction<Selected> thing) {
        return new DenseTable(size, columns,
                new DenseTable.Actions(i -> session.selection().select(thing.apply(i)),
                        i -> session.jump(new Jump.ToThing(thing.apply(i)))));
    }
}
