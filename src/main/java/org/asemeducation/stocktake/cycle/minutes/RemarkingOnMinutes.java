package org.asemeducation.stocktake.cycle.minutes;

import java.util.List;

import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Refused.Problem;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Members say what is not right in minutes, and the AES what became of each remark.
 */
@Component
class RemarkingOnMinutes {

	private static final int LONGEST_REMARK = 5_000;

	private final OpenMinutes open;

	private final MinutesRows rows;

	private final Audit audit;

	private final ApplicationEventPublisher events;

	RemarkingOnMinutes(OpenMinutes open, MinutesRows rows, Audit audit, ApplicationEventPublisher events) {
		this.open = open;
		this.rows = rows;
		this.audit = audit;
		this.events = events;
	}

	List<MinutesRemark> of(CycleName cycle, MeetingKind kind) {
		return this.rows.remarks(cycle, kind);
	}

	/** Whether the person may say something about the minutes now. */
	boolean maySay(CycleName cycle, MeetingKind kind, Person person) {
		return !person.isSecretariat() && this.rows.isMember(person.userId()) && !this.rows.sent(cycle, kind).isEmpty()
				&& this.rows.adoptedAt(cycle, kind).isEmpty();
	}

	/** Says something about the version that was sent last. */
	@Transactional
	public void say(CycleName cycle, MeetingKind kind, String text, Person by) {
		this.open.require(cycle, kind);
		if (!this.rows.isMember(by.userId())) {
			throw Refused.notAllowed("Only those who take part in the meetings say something about their minutes.");
		}
		List<SentMinutes> sent = this.rows.sent(cycle, kind);
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
		this.open.require(cycle, kind);
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

	private static Refused invalid(String field, String sentence) {
		return Refused.invalid("Nothing is saved: " + sentence, List.of(new Problem(field, sentence)));
	}

	private void audit(String by, String act, CycleName cycle, MeetingKind kind, String after) {
		this.audit.record(by, act, "%s/%s".formatted(cycle, kind), null, after);
	}

}
