package org.asemeducation.stocktake.cockpit.history;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an initiative.
 *
 * @param at when
 * @param cycle in which cycle; empty for what happened to the plan
 * @param kind what it is about
 * @param words what happened, such as {@code Returned version 1}
 * @param detail more of it, such as a reason; {@code null} when that is all
 * @param by the name of who did it; {@code null} for what happens by itself
 * @param link where more of it stands, as a path of ours; {@code null} when nowhere
 */
record Happening(Instant at, String cycle, HappeningKind kind, String words, @Nullable String detail,
		@Nullable String by, @Nullable String link) {
}
