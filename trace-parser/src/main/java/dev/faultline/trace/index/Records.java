package dev.faultline.trace.index;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Moves small records, component by component: numbers, texts, enums, instants, arrays of numbers, lists, maps by text and
/// records. For what there is little of; columns have faster ways.
public final class Records {
    private Records() {
    }

    /// A record of a type.
    ///
    /// @param value may be missing when restoring
    public static <T extends Record> T one(Exchange x, Class<T> type, @Nullable T value) {
        return type.cast(any(x, type, value));
    }

    /// A list of records of a type.
    public static <T extends Record> List<T> list(Exchange x, Class<T> type, List<T> values) {
        return items(x, type, values).stream().map(type::cast).toList();
    }

    private static Object any(Exchange x, Type type, @Nullable Object value) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return items(x, list.getActualTypeArguments()[0], (List<?>) value);
        }
        if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            return entries(x, map.getActualTypeArguments()[1], (Map<?, ?>) value);
        }
        Class<?> c = (Class<?>) type;
        if (c.isRecord()) {
            return record(x, c, value);
        }
        if (c.isEnum()) {
            return c.getEnumConstants()[x.number(value instanceof Enum<?> e ? e.ordinal() : 0)];
        }
        if (c == Instant.class) {
            Instant at = value instanceof Instant i ? i : Instant.EPOCH;
            return Instant.ofEpochSecond(x.number(at.getEpochSecond()), x.number(at.getNano()));
        }
        return plain(x, c, value);
    }

    private static Object plain(Exchange x, Class<?> c, @Nullable Object value) {
        return switch (c.getName()) {
            case "int" -> x.number(value == null ? 0 : (int) value);
            case "long", "java.lang.Long" -> x.number(value == null ? 0L : (long) value);
            case "boolean" -> x.flag(value != null && (boolean) value);
            case "double", "java.lang.Double" -> Double.longBitsToDouble(
                    x.number(value == null ? 0L : Double.doubleToRawLongBits((double) value)));
            case "java.lang.String" -> x.text(value == null ? "" : (String) value);
            case "[J" -> x.longs(value == null ? new long[0] : (long[]) value);
            case "[D" -> x.doubles(value == null ? new double[0] : (double[]) value);
            default -> throw new IllegalArgumentException("cannot move a " + c);
        };
    }

    private static List<Object> items(Exchange x, Type type, @Nullable List<?> values) {
        int size = x.number(values == null ? 0 : values.size());
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.add(any(x, type, values == null || x.restoring() ? null : values.get(i)));
        }
        return items;
    }

    /// In the order of the map.
    private static Map<String, Object> entries(Exchange x, Type type, @Nullable Map<?, ?> map) {
        Map<?, ?> saved = x.restoring() ? null : map;
        List<Object> keys = items(x, String.class, saved == null ? null : List.copyOf(saved.keySet()));
        List<Object> values = items(x, type, saved == null ? null : List.copyOf(saved.values()));
        Map<String, Object> entries = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            entries.put((String) keys.get(i), values.get(i));
        }
        return entries;
    }

    private static Object record(Exchange x, Class<?> type, @Nullable Object value) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            var values = new @Nullable Object[components.length];
            for (int i = 0; i < components.length; i++) {
                RecordComponent c = components[i];
                c.getAccessor().setAccessible(true);
                Object before = value == null ? null : c.getAccessor().invoke(value);
                types[i] = c.getType();
                boolean there = c.getType().isPrimitive() || x.flag(before != null);
                values[i] = there ? any(x, c.getGenericType(), before) : null;
            }
            Constructor<?> made = type.getDeclaredConstructor(types);
            made.setAccessible(true);
            return made.newInstance(values);
        } catch (NoSuchMethodException | IllegalAccessException | InstantiationException
                | InvocationTargetException e) {
            throw new IllegalStateException("cannot make a " + type, e);
        }
    }
}
