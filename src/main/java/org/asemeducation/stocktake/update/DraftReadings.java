package org.asemeducation.stocktake.update;

import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.engine.Audit;

import org.springframework.stereotype.Component;

/**
 * Notes in the audit that the AES looked at a text which its writers have not submitted:
 * they are told in the form that it can, and may ask whether it did. Once a day for each
 * reader and initiative, since a form asks several times while it is open.
 */
@Component
class DraftReadings {

	private final Audit audit;

	DraftReadings(Audit audit) {
		this.audit = audit;
	}

	/**
	 * Notes it.
	 * @param key whose draft
	 * @param reader who reads it and does not write it
	 */
	void note(UpdateKey key, Person reader) {
		this.audit.recordReading(reader.userId(), "read draft", key.toString());
	}

	/**
	 * Notes it where the text that is written in another row of the programme is a draft.
	 * @param key the row that takes it
	 * @param common the text
	 * @param reader who reads it and does not write it
	 */
	void note(UpdateKey key, CommonText common, Person reader) {
		if (common.isDraft()) {
			note(UpdateKey.of(key.cycle().value(), common.initiative()), reader);
		}
	}

}
