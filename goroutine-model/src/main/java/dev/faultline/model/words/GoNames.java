package dev.faultline.model.words;

/// Go's long names in little room.
public final class GoNames {
    private GoNames() {
    }

    /// Shortens in the middle, so that the package's begin and the function's end stay: `main.poo…imeout.func2`. Names
    /// that fit come back as they are.
    ///
    /// @param chars characters there is room for, at least 3 are used
    public static String shorten(String name, int chars) {
        int room = Math.max(3, chars);
        if (name.length() <= room) {
            return name;
        }
        int head = (room - 1) * 2 / 5;
        int tail = room - 1 - head;
        int headEnd = Character.isHighSurrogate(name.charAt(Math.max(0, head - 1))) ? head - 1 : head;
        int tailStart = name.length() - tail;
        if (Character.isLowSurrogate(name.charAt(tailStart))) {
            tailStart++;
        }
        return name.substring(0, Math.max(0, headEnd)) + "…" + name.substring(tailStart);
    }

    /// The function without its package's path: `http.(*conn).serve` for `net/http.(*conn).serve`.
    public static String withoutPath(String name) {
        int from = 0;
        // a slash behind the first bracket belongs to a type argument
        for (int i = 0; i < name.length() && name.charAt(i) != '[' && name.charAt(i) != '('; i++) {
            if (name.charAt(i) == '/') {
                from = i + 1;
            }
        }
        return name.substring(from);
    }

    /// The last part of a name, as short labels need it: `Read` for `net.(*conn).Read`, `worker.func1` for
    /// `main.worker.func1`.
    public static String last(String name) {
        String plain = withoutPath(name);
        int method = plain.indexOf(").");
        if (method >= 0) {
            return plain.substring(method + 2);
        }
        int dot = plain.indexOf('.');
        return dot < 0 ? plain : plain.substring(dot + 1);
    }

    /// The file of a path: `spans.go` for `/home/u/app/spans.go`.
    public static String file(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
