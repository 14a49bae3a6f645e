package org.asemeducation.stocktake.update;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a returned update asks for, remark by remark.
 *
 * @param opensAll whether every field opens again, rather than those of the remarks alone
 * @param remarks in their order
 */
public record FixList(boolean opensAll, List<Fix> remarks) {

	public FixList {
		remarks = List.copyOf(remarks);
	}

	/**
	 * The fields that the remarks are on.
	 * @return the form's names
	 */
	Set<String> fields() {
		return this.remarks.stream().map(Fix::field).collect(Collectors.toSet());
	}

	/**
	 * What keeps the update from being submitted again.
	 * @return one problem for each remark without an answer
	 */
	List<Problem> unanswered() {
		return this.remarks.stream()
			.filter((fix) -> fix.done() == null)
			.map((fix) -> new Problem("fixes.%d".formatted(fix.number()),
					"Remark %d: mark it as done, or say why not.".formatted(fix.number())))
			.toList();
	}

	/**
	 * One remark with its answer.
	 *
	 * @param number counts the remarks of a return from 1
	 * @param field the form's field name
	 * @param text as written
	 * @param by the user id of who wrote it
	 * @param done whether the coordinators have done it; {@code null} while they have not
	 * said
	 * @param because why not; {@code null} unless they say so
	 * @param answeredAt when they said so; {@code null} while they have not
	 * @param answeredBy the user id of who said so; {@code null} while nobody has
	 */
	public record Fix(int number, String field, String text, String by, @Nullable Boolean done,
			@Nullable String because, @Nullable Instant answeredAt, @Nullable String answeredBy) {
	}

}
