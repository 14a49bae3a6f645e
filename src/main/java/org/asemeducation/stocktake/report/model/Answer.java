package org.asemeducation.stocktake.report.model;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What coordinators said in place of an update, as accepted.
 *
 * @param kind {@code nothing-to-report}, {@code concluded} or {@code merged}
 * @param into the id of the initiative it was merged into; absent unless it was
 * @param because why, in their words
 * @param revision its number within the initiative, from 1
 * @param acceptedBy the body that accepted it, never a person
 * @param late true when it, or an earlier revision, came after the day that it was asked
 * for; absent otherwise
 * @param entered that the secretariat entered it and for whom, in words; absent when the
 * coordinators submitted it
 */
public record Answer(String kind, @Nullable String into, @Nullable String because, int revision, Instant submittedAt,
		Instant acceptedAt, String acceptedBy, @Nullable Boolean late, @Nullable String entered) {
}
