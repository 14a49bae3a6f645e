package org.asemeducation.stocktake.update;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a programme takes from the row where it is written.
 *
 * @param initiative the row where it is written
 * @param title its title
 * @param tag changes whenever the text does
 * @param content the fields in common
 * @param at when it was saved or submitted; {@code null} when nothing is written yet
 */
public record CommonText(String initiative, String title, String tag, ObjectNode content, @Nullable Instant at) {

	static final String DRAFT = "draft-";

	/** The form shows what the rows have in common under this name. */
	static final String FIELD = "common";

	/** Whether it is still being written. */
	boolean isDraft() {
		return this.tag.startsWith(DRAFT);
	}

	/**
	 * A row's own fields together with these.
	 * @param own what was written in the row
	 * @return a new object
	 */
	ObjectNode with(ObjectNode own) {
		ObjectNode whole = own.deepCopy();
		whole.remove(Programmes.COMMON);
		whole.setAll(this.content);
		return whole;
	}

	/**
	 * Says of what is missing where it can be written.
	 * @param problems with the whole
	 * @return the same problems; those of a common field lead to the other row
	 */
	List<Problem> locate(List<Problem> problems) {
		return problems.stream()
			.map((it) -> Programmes.COMMON.contains(it.field().split("[.\\[]", 2)[0])
					? new Problem(FIELD, "%s It is written in %s.".formatted(it.message(), this.initiative)) : it)
			.toList();
	}

}
