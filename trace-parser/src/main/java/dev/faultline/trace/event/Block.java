package dev.faultline.trace.event;

import static dev.faultline.trace.event.Columns.A;
import static dev.faultline.trace.event.Columns.B;
import static dev.faultline.trace.event.Columns.GOROUTINE;
import static dev.faultline.trace.event.Columns.SUBJECT;
import static dev.faultline.trace.event.Columns.THREAD;
import static dev.faultline.trace.event.Columns.TIME;
import static dev.faultline.trace.event.Columns.TYPE;

import dev.faultline.trace.column.Packed;

/// Up to [RowWriter#BLOCK_ROWS] rows of one generation at rest. Goroutines and threads are stored by the generation's own
/// indices, times in its clock's units.
record Block(Columns columns, Origin origin) {
    private Packed column(int which) {
        return columns.packed()[which];
    }

    int type(int row) {
        return (int) column(TYPE).get(row);
    }

    long time(int row) {
        return origin.ns(column(TIME).get(row));
    }

    int thread(int row) {
        return origin.thread((int) column(THREAD).get(row));
    }

    int goroutine(int row) {
        return origin.goroutine((int) column(GOROUTINE).get(row));
    }

    int subject(int row) {
        int local = (int) column(SUBJECT).get(row);
        return Columns.procSubject(type(row)) ? local : origin.goroutine(local);
    }

    long a(int row) {
        long value = column(A).get(row);
        return Columns.threadInA(type(row)) ? origin.thread((int) value) : value;
    }

    long b(int row) {
        long value = column(B).get(row);
        return Columns.threadInB(type(row)) ? origin.thread((int) value) : value;
    }

    /// Any column whose numbers are stored as they are.
    long plain(int which, int row) {
        return column(which).get(row);
    }
}
