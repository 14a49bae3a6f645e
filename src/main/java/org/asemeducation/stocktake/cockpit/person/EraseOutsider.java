package org.asemeducation.stocktake.cockpit.person;

import java.time.Clock;
import java.util.List;

import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.proposal.Outsider;
import org.asemeducation.stocktake.cycle.proposal.Outsiders;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.ledger.ErasedMails;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The same for somebody from outside who was invited to propose something: they are known
 * by their address alone. What they proposed stays, without them.
 */
@Component
class EraseOutsider {

	private final Outsiders outsiders;

	private final Register register;

	private final PersonFile file;

	private final TextColumns columns;

	private final Obstacles obstacles;

	private final ErasedMails mails;

	private final Audit audit;

	private final Clock clock;

	EraseOutsider(Outsiders outsiders, Register register, PersonFile file, TextColumns columns, Obstacles obstacles,
			ErasedMails mails, Audit audit, Clock clock) {
		this.outsiders = outsiders;
		this.register = register;
		this.file = file;
		this.columns = columns;
		this.obstacles = obstacles;
		this.mails = mails;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Whether they can be erased, and how they would be called. Nothing is changed.
	 * @param invitation one of theirs
	 * @return what is known without looking through everything
	 * @throws Refused when there is no such invitation
	 */
	@Transactional(readOnly = true)
	public Foreseen foresee(long invitation) {
		Outsider outsider = outsider(invitation);
		boolean erased = outsider.isErased();
		return new Foreseen(whom(outsider), Outsiders.CALLED, erased, erased || nameIsTheirs(outsider),
				erased ? List.of() : this.obstacles.ofOutsider(outsider.email()));
	}

	/**
	 * Everything held about them.
	 * @param invitation one of theirs
	 * @return all of it; nothing once they are erased
	 * @throws Refused when there is no such invitation
	 */
	@Transactional(readOnly = true)
	public Everything held(long invitation) {
		Outsider outsider = outsider(invitation);
		Whom whom = whom(outsider);
		return new Everything(whom, outsider.isErased() ? List.of() : this.file.of(whom));
	}

	/**
	 * Where else they are named.
	 * @param invitation one of theirs
	 * @return what would be blanked and what would stay
	 * @throws Refused when there is no such invitation
	 */
	@Transactional(readOnly = true)
	public Named named(long invitation) {
		Outsider outsider = outsider(invitation);
		return outsider.isErased() ? Named.NOWHERE
				: this.columns.naming(PersonalWords.of(whom(outsider), nameIsTheirs(outsider)));
	}

	/**
	 * Everything held about them, for them.
	 * @param invitation one of theirs
	 * @param reason why it is handed out
	 * @param by who does it
	 * @return all of it
	 */
	@Transactional
	public Everything handOut(long invitation, String reason, Person by) {
		this.audit.record(by.userId(), "export person", subject(outsider(invitation)), null,
				ErasePerson.reason(reason));
		return held(invitation);
	}

	/**
	 * Erases them for good.
	 * @param invitation one of theirs
	 * @param reason why
	 * @param by who does it
	 * @return how they are called from now on
	 */
	@Transactional
	public String erase(long invitation, String reason, Person by) {
		String because = ErasePerson.reason(reason);
		Outsider outsider = outsider(invitation);
		if (outsider.isErased()) {
			throw Refused.conflict("This person was erased already: nothing of them is left to erase.");
		}
		List<String> inTheWay = this.obstacles.ofOutsider(outsider.email());
		if (!inTheWay.isEmpty()) {
			throw Refused.conflict("Nothing was erased. " + String.join(" ", inTheWay));
		}
		PersonalWords words = PersonalWords.of(whom(outsider), nameIsTheirs(outsider));
		this.audit.record(by.userId(), "erase person", subject(outsider), null, because);
		this.outsiders.forget(outsider.email(), this.clock.instant(), by.userId());
		this.mails.blank(null, outsider.email(), words.pattern(), this.clock.instant());
		this.columns.blank(words);
		return Outsiders.CALLED;
	}

	private Outsider outsider(long invitation) {
		return this.outsiders.of(invitation)
			.orElseThrow(() -> Refused.notFound("Nobody was invited by number %d.".formatted(invitation)));
	}

	private boolean nameIsTheirs(Outsider outsider) {
		return outsider.names().stream().noneMatch(this.register::isAnybodyCalled)
				&& this.outsiders.isNobodyElseCalled(outsider.names(), outsider.email());
	}

	private static Whom whom(Outsider outsider) {
		return new Whom(0, "", outsider.names(), outsider.email(),
				outsider.isErased() ? "Erased" : "From outside, invited to propose",
				"/desk/register/outsiders/" + outsider.invitation(), "outsider-" + outsider.invitation());
	}

	private static String subject(Outsider outsider) {
		return "proposal-invitation/" + outsider.invitation();
	}

}
