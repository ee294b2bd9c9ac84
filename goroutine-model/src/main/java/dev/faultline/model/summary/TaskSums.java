package dev.faultline.model.summary;

import dev.faultline.model.Task;
import dev.faultline.model.Tasks;
import dev.faultline.model.TraceModel;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Tasks as Go's internal/trace/summary.go counts them. For traces before Go 1.22 it takes the background task, number
/// 0, for the parent of every task that ended without another one, which makes it a task of its own.
final class TaskSums {
    private static final int FIRST_V2_MINOR = 22;

    private final Tasks tasks;
    private final Optional<Task> background;
    private final boolean backgroundIsParent;
    private final boolean backgroundMissing;

    TaskSums(TraceModel model) {
        tasks = model.tasks();
        background = model.backgroundTask();
        backgroundIsParent = model.trace().minor() < FIRST_V2_MINOR;
        backgroundMissing = backgroundIsParent
                && background.isEmpty()
                && tasks.stream().anyMatch(this::hasBackground);
    }

    private boolean hasBackground(Task task) {
        return backgroundIsParent && task.ended() && task.parent() == 0;
    }

    int count() {
        return tasks.size() + (backgroundMissing || background.isPresent() ? 1 : 0);
    }

    /// By id; null when there are none or more than [Summary#LISTED].
    @Nullable
    Map<String, TaskFigures> listed() {
        if (count() == 0 || count() > Summary.LISTED) {
            return null;
        }
        Map<String, TaskFigures> figures = new TreeMap<>();
        if (backgroundMissing) {
            figures.put("0", new TaskFigures("", null, null, null, false, 0, 0, 0));
        }
        background.ifPresent(task -> figures.put("0", figures(task)));
        for (Task task : tasks) {
            figures.put(Long.toUnsignedString(task.id()), figures(task));
        }
        return figures;
    }

    private TaskFigures figures(Task task) {
        Long parent = task.parent() != 0 || hasBackground(task) ? task.parent() : null;
        return new TaskFigures(task.name(), parent, task.began() ? task.startNs() : null,
                task.ended() ? task.endNs() : null, task.began() && task.ended(), task.logs().size(),
                task.regions().size(), task.goroutines().size());
    }
}
