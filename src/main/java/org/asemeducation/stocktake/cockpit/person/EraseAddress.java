package org.asemeducation.stocktake.cockpit.person;

import java.time.Clock;
import java.util.List;

import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.proposal.Outsiders;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.ledger.ErasedMails;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The same for somebody who is no contact and was invited to nothing, and whose address
 * stands somewhere all the same.
 */
@Component
class EraseAddress {

	private final Addresses addresses;

	private final Register register;

	private final Outsiders outsiders;

	private final PersonFile file;

	private final TextColumns columns;

	private final Obstacles obstacles;

	private final ErasedMails mails;

	private final Audit audit;

	private final Clock clock;

	EraseAddress(Addresses addresses, Register register, Outsiders outsiders, PersonFile file, TextColumns columns,
			Obstacles obstacles, ErasedMails mails, Audit audit, Clock clock) {
		this.addresses = addresses;
		this.register = register;
		this.outsiders = outsiders;
		this.file = file;
		this.columns = columns;
		this.obstacles = obstacles;
		this.mails = mails;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Whether they can be erased. Nothing is changed.
	 * @param row in which their address stands
	 * @return what is known without looking through everything
	 * @throws Refused when there is no such row
	 */
	@Transactional(readOnly = true)
	public Foreseen foresee(String row) {
		Address address = address(row);
		boolean erased = address.isErased();
		return new Foreseen(whom(address), Addresses.CALLED, erased, erased || nameIsTheirs(address),
				erased ? List.of() : this.obstacles.ofAddress(address.email()));
	}

	/**
	 * Everything held about them.
	 * @param row in which their address stands
	 * @return all of it; nothing once they are erased
	 * @throws Refused when there is no such row
	 */
	@Transactional(readOnly = true)
	public Everything held(String row) {
		Address address = address(row);
		Whom whom = whom(address);
		return new Everything(whom, address.isErased() ? List.of() : this.file.of(whom));
	}

	/**
	 * Where else they are named.
	 * @param row in which their address stands
	 * @return what would be blanked and what would stay
	 * @throws Refused when there is no such row
	 */
	@Transactional(readOnly = true)
	public Named named(String row) {
		Address address = address(row);
		return address.isErased() ? Named.NOWHERE
				: this.columns.naming(PersonalWords.of(whom(address), nameIsTheirs(address)));
	}

	/**
	 * Everything held about them, for them.
	 * @param row in which their address stands
	 * @param reason why it is handed out
	 * @param by who does it
	 * @return all of it
	 */
	@Transactional
	public Everything handOut(String row, String reason, Person by) {
		this.audit.record(by.userId(), "export person", subject(address(row)), null, ErasePerson.reason(reason));
		return held(row);
	}

	/**
	 * Erases them for good.
	 * @param row in which their address stands
	 * @param reason why
	 * @param by who does it
	 * @return how they are called from now on
	 */
	@Transactional
	public String erase(String row, String reason, Person by) {
		String because = ErasePerson.reason(reason);
		Address address = address(row);
		if (address.isErased()) {
			throw Refused.conflict("This person was erased already: nothing of them is left to erase.");
		}
		List<String> inTheWay = this.obstacles.ofAddress(address.email());
		if (!inTheWay.isEmpty()) {
			throw Refused.conflict("Nothing was erased. " + String.join(" ", inTheWay));
		}
		PersonalWords words = PersonalWords.of(whom(address), nameIsTheirs(address));
		this.audit.record(by.userId(), "erase person", subject(address), null, because);
		this.mails.blank(null, address.email(), words.pattern(), this.clock.instant());
		this.addresses.forget(address.email());
		this.columns.blank(words);
		return Addresses.CALLED;
	}

	private Address address(String row) {
		return this.addresses.in(row)
			.orElseThrow(() -> Refused.notFound("Nobody's address stands in “%s” any more.".formatted(row)));
	}

	private boolean nameIsTheirs(Address address) {
		return address.personal() && address.names().stream().noneMatch(this.register::isAnybodyCalled)
				&& this.outsiders.isNobodyElseCalled(address.names(), address.email())
				&& this.addresses.isNobodyElseCalled(address.names(), address.email());
	}

	private static Whom whom(Address address) {
		return new Whom(0, "", address.names(), address.email(),
				address.isErased() ? "Erased" : "No account: " + String.join(", ", address.places()),
				"/desk/register/addresses/" + address.row(), "address-" + address.row());
	}

	private static String subject(Address address) {
		return "address/" + address.row();
	}

}
