package org.asemeducation.stocktake.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.asemeducation.stocktake.cycle.CycleInitiatives;
import org.asemeducation.stocktake.cycle.completion.Completions;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writing an update: saving the draft, submitting it, taking it over, releasing it. Each
 * checks that the writer speaks for a coordinator of the initiative and that the update
 * is asked for.
 */
@Component
class Writing {

	private final Writers writers;

	private final Leads leads;

	private final Drafts drafts;

	private final EarlierDrafts earlier;

	private final CycleInitiatives initiatives;

	private final Completions completions;

	private final Programmes programmes;

	private final OpenFields openFields;

	private final FixLists fixLists;

	private final Submission submission;

	private final UpdateProcess process;

	private final Audit audit;

	Writing(Writers writers, Leads leads, Drafts drafts, EarlierDrafts earlier, CycleInitiatives initiatives,
			Completions completions, Programmes programmes, OpenFields openFields, FixLists fixLists,
			Submission submission, UpdateProcess process, Audit audit) {
		this.writers = writers;
		this.leads = leads;
		this.drafts = drafts;
		this.earlier = earlier;
		this.initiatives = initiatives;
		this.completions = completions;
		this.programmes = programmes;
		this.openFields = openFields;
		this.fixLists = fixLists;
		this.submission = submission;
		this.process = process;
		this.audit = audit;
	}

	/**
	 * Saves the draft over the version its writer has seen.
	 * @param key which update
	 * @param seen the version that was written on; 0 when there was none
	 * @param content the form's fields
	 * @param by the user id
	 * @return the draft as saved
	 * @throws Refused when somebody else has saved meanwhile, or the writer may not
	 */
	@Transactional
	Draft save(UpdateKey key, long seen, ObjectNode content, String by) {
		askedFor(key, by);
		refuseMisshapen(content);
		this.openFields.requireUntouched(key, content);
		return this.drafts.save(key, seen, UpdateForm.withoutAnswer(content), by).orElseThrow(Writing::outdated);
	}

	/**
	 * Saves an earlier state of the draft anew; what it takes the place of becomes an
	 * earlier state itself.
	 * @param key which update
	 * @param seen the version that its writer sees
	 * @param version the earlier state
	 * @param by the user id
	 * @return the draft as saved
	 * @throws Refused when the state is not kept any more, somebody else has saved
	 * meanwhile, or the writer may not
	 */
	@Transactional
	Draft takeBack(UpdateKey key, long seen, long version, String by) {
		askedFor(key, by);
		ObjectNode content = this.earlier.of(key)
			.stream()
			.filter((earlier) -> earlier.version() == version)
			.findFirst()
			.map(Draft::content)
			.orElseThrow(() -> Refused.conflict("This earlier version is not kept any more: load the list again."));
		this.openFields.requireUntouched(key, content);
		Draft saved = this.drafts.save(key, seen, content, by, true).orElseThrow(Writing::outdated);
		this.audit.record(by, "take back earlier draft", key.toString(), "version " + seen, "version " + version);
		return saved;
	}

	/**
	 * The draft's earlier states.
	 * @param key which update
	 * @param reader the user id
	 * @return at most five, the newest first
	 * @throws Refused when the reader does not coordinate the initiative
	 */
	List<Draft> earlier(UpdateKey key, String reader) {
		this.writers.requireCoordinator(key, reader);
		return this.earlier.of(key);
	}

	private static Refused outdated() {
		return Refused.outdated("Somebody else has saved this update since you opened it. "
				+ "Your text is not lost: copy what you want to keep, then load the newer version.");
	}

	/**
	 * Submits the update: the text is saved, becomes a revision and goes to review, all
	 * or nothing.
	 * @param key which update
	 * @param seen the draft's version that was written on; 0 when there was none
	 * @param form the form's fields
	 * @param by the user id
	 * @return the number of the revision
	 * @throws Refused with the problems of the form, or when the writer may not
	 */
	@Transactional
	int submit(UpdateKey key, long seen, ObjectNode form, String by) {
		return submit(key, seen, null, form, by);
	}

	/**
	 * Submits the row of a programme together with what is written in another row.
	 * @param commonSeen the tag of the {@link CommonText} that the writer saw;
	 * {@code null} where nothing is in common or it was not looked at
	 */
	@Transactional
	int submit(UpdateKey key, long seen, @Nullable String commonSeen, ObjectNode form, String by) {
		UpdateRequest request = askedFor(key, by);
		refuseMisshapen(form);
		this.leads.requireSubmitter(key, by);
		ObjectNode own = UpdateForm.withoutAnswer(form);
		Lines lines = Lines.of(key, this.initiatives, this.completions);
		Optional<FixList> list = this.fixLists.open(key);
		this.openFields.requireUntouched(key, list, own);
		Optional<CommonText> common = this.programmes.common(key);
		ObjectNode content = lines.asked(common.map((it) -> it.with(own)).orElse(own));
		List<Problem> problems = new ArrayList<>(lines.problems(content));
		if (common.isPresent()) {
			problems = new ArrayList<>(common.get().locate(problems));
		}
		list.map(FixList::unanswered).ifPresent(problems::addAll);
		if (!problems.isEmpty()) {
			throw Refused.invalid("%s not submitted yet: %d %s to complete.".formatted(lines.called(), problems.size(),
					(problems.size() == 1) ? "field is" : "fields are"), problems);
		}
		if (this.drafts.version(key) != seen) {
			throw Refused.outdated("The update is not submitted: somebody else has saved it since you opened it. "
					+ "Load the newer version and submit that.");
		}
		if (commonSeen != null && common.isPresent() && !commonSeen.equals(common.get().tag())) {
			throw Refused
				.outdated(("The update is not submitted: what it has in common with %s was changed there since "
						+ "you opened this page. Load the page again, look at it, and submit.")
					.formatted(common.get().initiative()));
		}
		return this.submission.submit(request, content, by);
	}

	/**
	 * Says who works on the update; all its coordinators may still write.
	 * @param key which update
	 * @param userId who; {@code null} releases it
	 * @param by the user id of who says so
	 */
	@Transactional
	void assign(UpdateKey key, @Nullable String userId, String by) {
		UpdateRequest request = askedFor(key, by);
		this.process.assign(key, request.state(), userId);
		this.audit.record(by, (userId != null) ? "take over update" : "release update", key.toString(), null, null);
	}

	private UpdateRequest askedFor(UpdateKey key, String by) {
		return this.writers.admit(key, by);
	}

	private static void refuseMisshapen(ObjectNode content) {
		List<Problem> problems = UpdateForm.misshapen(content);
		if (!problems.isEmpty()) {
			throw Refused.invalid(
					"The update is not saved: %s: %s".formatted(problems.get(0).field(), problems.get(0).message()),
					problems);
		}
	}

}
