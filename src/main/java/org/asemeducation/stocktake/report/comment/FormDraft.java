package org.asemeducation.stocktake.report.comment;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What somebody is writing at a form, as last saved.
 *
 * @param <T> the form
 * @param version counts the saves; 0 when nothing was ever saved
 * @param content the form's fields
 * @param savedAt when; {@code null} at version 0
 * @param savedBy the user id; {@code null} at version 0
 */
public record FormDraft<T>(long version, T content, @Nullable Instant savedAt, @Nullable String savedBy) {
}
