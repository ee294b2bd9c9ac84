package dev.faultline.trace.store;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keeps small records, component by component: numbers, texts, enums, instants, arrays of numbers, lists, maps by text and
/// records; components that are no primitives may be null. For what there is little of; columns have faster ways.
///
/// @param type of the records
record RecordCodec<T extends Record>(Class<T> type) implements Codec<T> {
    @Override
    public void write(PartWriter to, T value) throws IOException {
        writeRecord(to, type, value);
    }

    @Override
    public T read(PartReader from) throws IOException {
        return type.cast(readRecord(from, type));
    }

    private static void writeAny(PartWriter to, Type type, Object value) throws IOException {
        if (type instanceof ParameterizedType generic && value instanceof Collection<?> items) {
            writeItems(to, generic.getActualTypeArguments()[0], items);
        } else if (type instanceof ParameterizedType generic && value instanceof Map<?, ?> map) {
            writeItems(to, String.class, map.keySet());
            writeItems(to, generic.getActualTypeArguments()[1], map.values());
        } else if (value instanceof Record) {
            writeRecord(to, (Class<?>) type, value);
        } else {
            writePlain(to, value);
        }
    }

    private static void writePlain(PartWriter to, Object value) throws IOException {
        switch (value) {
            case Integer i -> to.number(i);
            case Long l -> to.number(l);
            case Boolean b -> to.flag(b);
            case Double d -> to.real(d);
            case String s -> to.text(s);
            case Enum<?> e -> to.number(e.ordinal());
            case Instant at -> {
                to.number(at.getEpochSecond());
                to.number(at.getNano());
            }
            case long[] longs -> to.longs(longs);
            case double[] doubles -> to.doubles(doubles);
            default -> throw new IllegalArgumentException("cannot keep a " + value.getClass());
        }
    }

    private static void writeItems(PartWriter to, Type type, Collection<?> items) throws IOException {
        to.number(items.size());
        for (Object item : items) {
            writeAny(to, type, item);
        }
    }

    private static void writeRecord(PartWriter to, Class<?> type, Object value) throws IOException {
        try {
            for (RecordComponent c : type.getRecordComponents()) {
                c.getAccessor().setAccessible(true);
                Object component = c.getAccessor().invoke(value);
                if (!c.getType().isPrimitive()) {
                    to.flag(component != null);
                }
                if (component != null) {
                    writeAny(to, c.getGenericType(), component);
                }
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read a " + type, e);
        }
    }

    private static Object readAny(PartReader from, Type type) throws IOException {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return readItems(from, list.getActualTypeArguments()[0]);
        }
        if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            return readEntries(from, map.getActualTypeArguments()[1]);
        }
        Class<?> c = (Class<?>) type;
        if (c.isRecord()) {
            return readRecord(from, c);
        }
        return c.isEnum() ? c.getEnumConstants()[from.integer()] : readPlain(from, c);
    }

    private static Object readPlain(PartReader from, Class<?> c) throws IOException {
        return switch (c.getName()) {
            case "int" -> from.integer();
            case "long", "java.lang.Long" -> from.number();
            case "boolean" -> from.flag();
            case "double", "java.lang.Double" -> from.real();
            case "java.lang.String" -> from.text();
            case "java.time.Instant" -> Instant.ofEpochSecond(from.number(), from.number());
            case "[J" -> from.longs();
            case "[D" -> from.doubles();
            default -> throw new IllegalArgumentException("cannot keep a " + c);
        };
    }

    private static List<Object> readItems(PartReader from, Type type) throws IOException {
        int size = from.size();
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.add(readAny(from, type));
        }
        return items;
    }

    /// In the order in which they were written.
    private static Map<String, Object> readEntries(PartReader from, Type type) throws IOException {
        List<Object> keys = readItems(from, String.class);
        List<Object> values = readItems(from, type);
        Map<String, Object> entries = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            entries.put((String) keys.get(i), values.get(i));
        }
        return entries;
    }

    private static Object readRecord(PartReader from, Class<?> type) throws IOException {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            @Nullable
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                boolean there = types[i].isPrimitive() || from.flag();
                values[i] = there ? readAny(from, components[i].getGenericType()) : null;
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
