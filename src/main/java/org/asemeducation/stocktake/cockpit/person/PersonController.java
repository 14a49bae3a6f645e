package org.asemeducation.stocktake.cockpit.person;

import java.util.List;
import java.util.function.Supplier;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.engine.Sentence;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a page about somebody asks for once it is shown: all tables are looked through.
 */
@RestController
@RequestMapping("/api/register")
class PersonController {

	private final ErasePerson people;

	private final EraseOutsider outsiders;

	private final EraseAddress addresses;

	private final CurrentPerson current;

	PersonController(ErasePerson people, EraseOutsider outsiders, EraseAddress addresses, CurrentPerson current) {
		this.people = people;
		this.outsiders = outsiders;
		this.addresses = addresses;
		this.current = current;
	}

	@GetMapping("/people/{contact}/held")
	List<Entries> held(@PathVariable long contact) {
		this.current.get().requireSecretariat();
		return known(() -> this.people.held(new ContactId(contact))).counted();
	}

	@GetMapping("/people/{contact}/named")
	Named named(@PathVariable long contact) {
		this.current.get().requireSecretariat();
		return known(() -> this.people.named(new ContactId(contact)));
	}

	@GetMapping("/outsiders/{invitation}/held")
	List<Entries> heldOfOutsider(@PathVariable long invitation) {
		this.current.get().requireSecretariat();
		return this.outsiders.held(invitation).counted();
	}

	@GetMapping("/outsiders/{invitation}/named")
	Named outsiderNamed(@PathVariable long invitation) {
		this.current.get().requireSecretariat();
		return this.outsiders.named(invitation);
	}

	@GetMapping("/addresses/{row}/held")
	List<Entries> heldOfAddress(@PathVariable String row) {
		this.current.get().requireSecretariat();
		return this.addresses.held(row).counted();
	}

	@GetMapping("/addresses/{row}/named")
	Named addressNamed(@PathVariable String row) {
		this.current.get().requireSecretariat();
		return this.addresses.named(row);
	}

	private static <T> T known(Supplier<T> asked) {
		try {
			return asked.get();
		}
		catch (IllegalArgumentException ex) {
			throw Refused.notFound(Sentence.of(ex));
		}
	}

}
