package org.asemeducation.stocktake.review;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.update.Revision;
import org.asemeducation.stocktake.update.Revisions;
import org.asemeducation.stocktake.update.UpdateKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Several reviewers note remarks on the same revision; whoever returns it sends them all.
 */
@Component
public class Noting {

	private final UnderReview underReview;

	private final ReviewingBody body;

	private final NotedRemarks noted;

	private final Revisions revisions;

	private final Register register;

	Noting(UnderReview underReview, ReviewingBody body, NotedRemarks noted, Revisions revisions, Register register) {
		this.underReview = underReview;
		this.body = body;
		this.noted = noted;
		this.revisions = revisions;
		this.register = register;
	}

	/**
	 * Notes a remark, or strikes it.
	 * @param key which update
	 * @param number the revision that was read
	 * @param field the form's field name
	 * @param text what to change; blank strikes what the reviewer noted there
	 * @param by the user id of the reviewer
	 * @throws Refused when the revision is answered already, or the reviewer may not
	 */
	@Transactional
	public void note(UpdateKey key, int number, String field, @Nullable String text, String by) {
		Verdict.requireRemark(field, text);
		this.body.requireMember(key, by);
		Revision revision = this.underReview.lock(key, number);
		if (text == null || text.isBlank()) {
			this.noted.strike(revision.id(), field, by);
		}
		else {
			this.noted.note(revision.id(), field, text.strip(), by);
		}
	}

	/**
	 * Keeps what a reviewer wrote who was not the fastest.
	 * @param key which update
	 * @param verdict what they wanted to say
	 * @param by the user id
	 * @param refused why it was not done
	 * @return the same, with where the remarks are
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public Refused keep(UpdateKey key, Verdict verdict, String by, Refused refused) {
		Map<String, String> said = verdict.said();
		Predicate<Revision> read = (revision) -> revision.number() == verdict.revision();
		List<Revision> meant = this.revisions.all(key).stream().filter(read).toList();
		if (said.isEmpty() || meant.isEmpty()) {
			return refused;
		}
		said.forEach((field, text) -> this.noted.note(meant.get(0).id(), field, text, by));
		return Refused.conflict("%s %s kept with version %d, and whoever reviews the next one reads %s.".formatted(
				refused.getMessage(), (said.size() == 1) ? "Your remark is" : "Your remarks are", verdict.revision(),
				(said.size() == 1) ? "it" : "them"));
	}

	/**
	 * What is noted on an update and went with no return.
	 * @param key which update
	 * @param reader the user id of who looks
	 * @return in order
	 */
	@Transactional(readOnly = true)
	List<Noted> shown(UpdateKey key, String reader) {
		return this.noted.of(key)
			.stream()
			.map((noted) -> new Noted(noted.revision(), noted.field(), noted.text(), this.register.nameOf(noted.by()),
					noted.isOf(reader)))
			.toList();
	}

	/**
	 * A noted remark as reviewers see it.
	 */
	record Noted(int revision, String field, String text, String by, boolean mine) {
	}

}
