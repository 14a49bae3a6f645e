package org.asemeducation.stocktake.update;

import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.engine.Refused;

import org.springframework.stereotype.Component;

/**
 * What stands in an update at the moment: for those who write it and for the secretariat
 * the draft, else what was submitted last; for those who review it what was submitted
 * last.
 */
@Component
public class SavedTexts {

	private final Writers writers;

	private final Entries entries;

	private final UpdateRequests requests;

	private final Drafts drafts;

	private final DraftReadings readings;

	private final Revisions revisions;

	private final Programmes programmes;

	private final Register register;

	SavedTexts(Writers writers, Entries entries, UpdateRequests requests, Drafts drafts, DraftReadings readings,
			Revisions revisions, Programmes programmes, Register register) {
		this.writers = writers;
		this.entries = entries;
		this.requests = requests;
		this.drafts = drafts;
		this.readings = readings;
		this.revisions = revisions;
		this.programmes = programmes;
		this.register = register;
	}

	/**
	 * Reads it, together with what is written in another row of the same programme.
	 * @param key which update
	 * @param reader who looks
	 * @return the text
	 * @throws Refused when the reader has no part in the update, or there is nothing to
	 * read for them yet
	 */
	public SavedText read(UpdateKey key, Person reader) {
		boolean writes = this.writers.mayWrite(key, reader.userId());
		if (!writes && !reader.isReviewer() && !reader.isSecretariat()) {
			throw Refused.notAllowed("Only those who coordinate %s read its draft.".formatted(key.initiative()));
		}
		this.requests.find(key).orElseThrow(() -> UpdateRequests.notAsked(key));
		Optional<Draft> readable = this.drafts.find(key).filter((draft) -> writes || reader.isSecretariat());
		if (readable.isPresent() && !writes) {
			this.readings.note(key, reader);
			this.programmes.common(key).ifPresent((common) -> this.readings.note(key, common, reader));
		}
		return readable
			.map((draft) -> new SavedText(this.programmes.whole(key, draft.content()), draft.savedAt(),
					this.register.nameOf(draft.savedBy()), false))
			.or(() -> this.revisions.latest(key)
				.map((revision) -> new SavedText(revision.content(), revision.submittedAt(),
						this.entries.said(key, revision.number(), this.register.nameOf(revision.submittedBy())), true)))
			.orElseThrow(() -> Refused
				.notFound((writes ? "Nothing is saved yet of %s: write, then look." : "Nothing of %s is submitted yet.")
					.formatted(key)));
	}

	/**
	 * A text that may not be reviewed yet.
	 *
	 * @param content the form's fields
	 * @param at when it was saved or submitted
	 * @param by the name of who did
	 * @param submitted whether it was submitted; else it is a draft
	 */
	public record SavedText(ObjectNode content, Instant at, String by, boolean submitted) {
	}

}
