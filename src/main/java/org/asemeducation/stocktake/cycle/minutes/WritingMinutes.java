package org.asemeducation.stocktake.cycle.minutes;

import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The AES drafts minutes and puts them to the members. Once a later meeting has adopted
 * them nothing of it changes.
 */
@Component
public class WritingMinutes {

	private final OpenMinutes open;

	private final MinutesRows rows;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	WritingMinutes(OpenMinutes open, MinutesRows rows, Audit audit, ApplicationEventPublisher events) {
		this.open = open;
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

	@Transactional
	public void save(CycleName cycle, MeetingKind kind, MinutesDraft draft, String by) {
		this.open.require(cycle, kind);
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
		this.open.require(cycle, kind);
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

	private static Refused invalid(String field, String sentence) {
		return Refused.invalid("Nothing is saved: " + sentence, List.of(new Problem(field, sentence)));
	}

	private void audit(String by, String act, CycleName cycle, MeetingKind kind, String after) {
		this.audit.record(by, act, "%s/%s".formatted(cycle, kind), null, after);
	}

}
