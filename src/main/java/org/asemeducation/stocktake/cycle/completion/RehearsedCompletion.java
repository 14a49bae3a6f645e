package org.asemeducation.stocktake.cycle.completion;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.NewCycle;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a round as a scenario says, and asks whom the placeholders name.
 */
@Component
public class RehearsedCompletion {

	private final FoundPlaceholders found;

	private final CompletionOpening opening;

	RehearsedCompletion(FoundPlaceholders found, CompletionOpening opening) {
		this.found = found;
		this.opening = opening;
	}

	/**
	 * Opens it.
	 * @param calendar its dates
	 * @param file what the draft is called
	 * @param content the draft's bytes
	 * @param by the user id
	 * @return the round's name
	 */
	@Transactional
	public CycleName open(NewCycle calendar, String file, byte[] content, String by) {
		FoundPlaceholders.Found draft = this.found.in(file, Base64.getEncoder().encodeToString(content));
		Map<Integer, String> asked = new LinkedHashMap<>();
		draft.placeholders().forEach((row) -> asked.put(row.position(), String.join("; ", row.parties())));
		return this.opening.open(new NewCompletion(calendar.name(), calendar.title(), calendar.zone(),
				calendar.request(), calendar.deadline(), calendar.freeze(), calendar.reminders(),
				calendar.freezeReminders(), null, file, draft.plan(), asked), by);
	}

}
