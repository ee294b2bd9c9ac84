package dev.faultline.views.export;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A message of protocol buffers, read without its schema: fields by their numbers.
///
/// @param numbers values of fields that are numbers
/// @param bytes values of fields that are texts, messages or packed numbers
record ReadMessage(Map<Integer, List<Long>> numbers, Map<Integer, List<ByteString>> bytes) {
    static ReadMessage of(byte[] message) throws IOException {
        Map<Integer, List<Long>> numbers = new TreeMap<>();
        Map<Integer, List<ByteString>> bytes = new TreeMap<>();
        CodedInputStream in = CodedInputStream.newInstance(message);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            int field = WireFormat.getTagFieldNumber(tag);
            switch (WireFormat.getTagWireType(tag)) {
                case WireFormat.WIRETYPE_VARINT ->
                    numbers.computeIfAbsent(field, f -> new ArrayList<>()).add(in.readUInt64());
                case WireFormat.WIRETYPE_FIXED64 ->
                    numbers.computeIfAbsent(field, f -> new ArrayList<>()).add(in.readFixed64());
                default -> bytes.computeIfAbsent(field, f -> new ArrayList<>()).add(in.readBytes());
            }
        }
        return new ReadMessage(numbers, bytes);
    }

    long number(int field) {
        return numbers.getOrDefault(field, List.of(0L)).getFirst();
    }

    boolean has(int field) {
        return numbers.containsKey(field) || bytes.containsKey(field);
    }

    String text(int field) {
        return bytes.containsKey(field) ? bytes.get(field).getFirst().toStringUtf8() : "";
    }

    List<ReadMessage> messages(int field) throws IOException {
        List<ReadMessage> all = new ArrayList<>();
        for (ByteString message : bytes.getOrDefault(field, List.of())) {
            all.add(of(message.toByteArray()));
        }
        return all;
    }

    ReadMessage message(int field) throws IOException {
        return messages(field).getFirst();
    }

    List<Long> packed(int field) throws IOException {
        List<Long> all = new ArrayList<>();
        CodedInputStream in = bytes.get(field).getFirst().newCodedInput();
        while (!in.isAtEnd()) {
            all.add(in.readUInt64());
        }
        return all;
    }
}
