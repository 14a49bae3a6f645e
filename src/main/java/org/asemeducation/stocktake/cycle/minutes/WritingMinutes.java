package org.asemeducation.stocktake.cycle.minutes;

import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.cycle.Meeting;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.Meetings;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The AES drafts minutes and puts them to the members, who send remarks; it says what
 * became of each. Once a later meeting has adopted them nothing of it changes.
 */
@Component
public class WritingMinutes {

	private static final int LONGEST_REMARK = 5_000;

	private final Cycles cycles;

	private final Meetings meetings;

	private final MinutesRows rows;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	WritingMinutes(Cycles cycles, Meetings meetings, MinutesRows rows, Audit audit, ApplicationEventPublisher events) {
		this.cycles = cycles;
		this.meetings = meetings;
		this.rows = rows;
		this.audit = audit;
		this.events = events;
	}

	/**
	 * The versions that the members were sent.
	 * @param cycle the cycle
	 * @param kind the meeting
	 * @return the latest first
	 */
	public List<SentMinutes> sent(CycleName cycle, MeetingKind kind) {
		return this.rows.sent(cycle, kind);
	}

	/**
	 * Where the minutes were adopted.
	 * @param cycle the cycle
	 * @param kind the meeting
	 * @return such as "SOM2 of ASEMME9"; none before
	 */
	public Optional<String> adoptedAt(CycleName cycle, MeetingKind kind) {
		return this.rows.adoptedAt(cycle, kind);
	}

	MinutesDraft draft(CycleName cycle, MeetingKind kind) {
		return this.rows.draft(cycle, kind);
	}

	List<MinutesRemark> remarks(CycleName cycle, MeetingKind kind) {
		return this.rows.remarks(cycle, kind);
	}

	/** Whether the person may say something about the minutes now. */
	boolean maySay(CycleName cycle, MeetingKind kind, Person person) {
		return !person.isSecretariat() && this.rows.isMember(person.userId()) && !sent(cycle, kind).isEmpty()
				&& adoptedAt(cycle, kind).isEmpty();
	}

	@Transactional
	public void save(CycleName cycle, MeetingKind kind, MinutesDraft draft, String by) {
		requireOpen(cycle, kind);
		if (draft.text().isEmpty() || draft.text().length() > MinutesDraft.LONGEST) {
			throw invalid("text", "write something, of at most %d characters.".formatted(MinutesDraft.LONGEST));
		}
		if (!this.rows.save(cycle, kind, draft, by)) {
			throw Refused.outdated(
					"Nothing is saved: somebody has changed the minutes meanwhile. Copy what you wrote and reload the page.");
		}
		audit(by, "save minutes", cycle, kind, "version %d".formatted(draft.version() + 1));
	}

	/**
	 * Puts the minutes to the members as they were saved last.
	 * @return the number of the version
	 */
	@Transactional
	public int send(CycleName cycle, MeetingKind kind, String by) {
		requireOpen(cycle, kind);
		MinutesDraft draft = draft(cycle, kind);
		List<SentMinutes> sent = sent(cycle, kind);
		if (draft.version() == 0) {
			throw Refused.conflict("Nothing is sent: the minutes are not written yet.");
		}
		if (!sent.isEmpty() && sent.get(0).text().equals(draft.text())) {
			throw Refused
				.conflict("Nothing is sent: nothing has changed since version %d was.".formatted(sent.get(0).number()));
		}
		int number = sent.size() + 1;
		this.rows.send(cycle, kind, number, draft.text(), by);
		audit(by, "send minutes", cycle, kind, "version %d".formatted(number));
		this.events.publishEvent(new MinutesSent(cycle, kind, number));
		return number;
	}

	/** Says something about the version that was sent last. */
	@Transactional
	public void say(CycleName cycle, MeetingKind kind, String text, Person by) {
		requireOpen(cycle, kind);
		if (!this.rows.isMember(by.userId())) {
			throw Refused.notAllowed("Only those who take part in the meetings say something about their minutes.");
		}
		List<SentMinutes> sent = sent(cycle, kind);
		if (sent.isEmpty()) {
			throw Refused.conflict("Nothing is sent: the minutes are not written yet.");
		}
		String said = text.strip();
		if (said.isEmpty() || said.length() > LONGEST_REMARK) {
			throw invalid("text", "say it in at most %d characters.".formatted(LONGEST_REMARK));
		}
		this.rows.say(cycle, kind, sent.get(0).number(), said, by.userId());
		audit(by.userId(), "remark on minutes", cycle, kind, "on version %d".formatted(sent.get(0).number()));
	}

	/** Says what became of a remark. */
	@Transactional
	public void answer(CycleName cycle, MeetingKind kind, long id, boolean taken, String because, String by) {
		requireOpen(cycle, kind);
		this.rows.remark(id)
			.filter((one) -> one.kind() == kind && one.cycle().equals(cycle))
			.orElseThrow(() -> Refused.notFound("There is no such remark."));
		String why = because.strip();
		if (!taken && (why.isEmpty() || why.length() > LONGEST_REMARK)) {
			throw invalid("because", "say why it is not taken, in at most %d characters.".formatted(LONGEST_REMARK));
		}
		if (!this.rows.answer(id, taken, taken ? null : why, by)) {
			throw Refused.conflict("Nothing has changed: this remark was answered already. Reload the page.");
		}
		audit(by, "answer remark on minutes", cycle, kind, taken ? "taken" : "not taken: " + why);
		this.events.publishEvent(new RemarkAnswered(this.rows.remark(id).orElseThrow()));
	}

	private void requireOpen(CycleName cycle, MeetingKind kind) {
		this.cycles.lock(cycle);
		Meeting meeting = this.meetings.of(cycle, kind);
		if (kind == MeetingKind.ASEMME) {
			throw Refused.conflict("Ministers adopt the Chair’s Conclusions and no minutes.");
		}
		if (!meeting.state().equals("held")) {
			throw Refused.conflict("Nothing has changed: %s of %s %s.".formatted(kind, cycle,
					meeting.wasDropped() ? "was dropped" : "is not held yet"));
		}
		adoptedAt(cycle, kind).ifPresent((where) -> {
			throw Refused.conflict(
					"Nothing has changed: the minutes of %s of %s were adopted at %s.".formatted(kind, cycle, where));
		});
	}

	private static Refused invalid(String field, String sentence) {
		return Refused.invalid("Nothing is saved: " + sentence, List.of(new Problem(field, sentence)));
	}

	private void audit(String by, String act, CycleName cycle, MeetingKind kind, String after) {
		this.audit.record(by, act, "%s/%s".formatted(cycle, kind), null, after);
	}

}
