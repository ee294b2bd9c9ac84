/// Ways to sum up many durations: a histogram, the longest few, an estimate where some were cut off.
@NullMarked
package dev.faultline.model.analysis.measure;

import org.jspecify.annotations.NullMarked;
