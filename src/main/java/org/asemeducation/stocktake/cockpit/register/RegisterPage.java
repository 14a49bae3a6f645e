package org.asemeducation.stocktake.cockpit.register;

import java.util.LinkedHashMap;
import java.util.Map;

import org.asemeducation.stocktake.access.ChangeRegister;
import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.access.ContactSettings;
import org.asemeducation.stocktake.access.CorrectParty;
import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.EndRole;
import org.asemeducation.stocktake.access.NewParty;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.engine.Refused;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the secretariat looks at the register and changes it.
 */
@Controller
@RequestMapping("/desk/register")
class RegisterPage {

	static final Map<String, String> KINDS = kinds();

	private final ChangeRegister change;

	private final CorrectParty correct;

	private final EndRole endRole;

	private final RegisterTables tables;

	private final CurrentPerson current;

	RegisterPage(ChangeRegister change, CorrectParty correct, EndRole endRole, RegisterTables tables,
			CurrentPerson current) {
		this.change = change;
		this.correct = correct;
		this.endRole = endRole;
		this.tables = tables;
		this.current = current;
	}

	@GetMapping
	ModelAndView list(@RequestParam(defaultValue = "") String search, @RequestParam(defaultValue = "") String kind,
			@RequestParam(defaultValue = "1") int page) {
		this.current.get().requireSecretariat();
		return list(HttpStatus.OK, search, kind, page);
	}

	@PostMapping("/parties")
	ModelAndView add(@RequestParam Map<String, String> form, RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		try {
			PartyId added = this.change.add(party(form.getOrDefault("name", ""), form), by);
			next.addFlashAttribute("done", "The party is added. Its contacts come under Contacts.");
			return new ModelAndView("redirect:/desk/register/parties/" + added.value());
		}
		catch (IllegalArgumentException ex) {
			return list(HttpStatus.UNPROCESSABLE_ENTITY, "", "", 1).addObject("problem", ex.getMessage())
				.addObject("form", form);
		}
	}

	@GetMapping("/parties/{party}")
	ModelAndView show(@PathVariable long party) {
		this.current.get().requireSecretariat();
		return page(HttpStatus.OK, party);
	}

	@PostMapping("/parties/{party}")
	ModelAndView change(@PathVariable long party, @RequestParam Map<String, String> form, RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		try {
			boolean changed = this.change.change(new PartyId(party), party("its name stays", form), by);
			return done(party, changed ? "The party is changed." : "Nothing was different.", next);
		}
		catch (IllegalArgumentException ex) {
			return page(HttpStatus.UNPROCESSABLE_ENTITY, party).addObject("problem", ex.getMessage())
				.addObject("form", form);
		}
	}

	@PostMapping("/parties/{party}/name")
	ModelAndView rename(@PathVariable long party, @RequestParam(defaultValue = "") String name,
			RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		try {
			boolean renamed = this.correct.rename(new PartyId(party), name, by);
			return done(party, renamed ? "The name is corrected." : "Nothing was different.", next);
		}
		catch (IllegalArgumentException | Refused ex) {
			return refused(party, ex).addObject("name", name);
		}
	}

	@PostMapping("/parties/{party}/removal")
	ModelAndView remove(@PathVariable long party, RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		try {
			next.addFlashAttribute("done", "%s is removed.".formatted(this.correct.remove(new PartyId(party), by)));
			return new ModelAndView("redirect:/desk/register");
		}
		catch (IllegalArgumentException | Refused ex) {
			return refused(party, ex);
		}
	}

	/**
	 * Changes how somebody is written to.
	 * @param party on whose page that is done
	 */
	@PostMapping("/parties/{party}/contacts/{contact}")
	ModelAndView change(@PathVariable long party, @PathVariable long contact, @RequestParam Map<String, String> form,
			RedirectAttributes next) {
		String by = this.current.get().requireSecretariat().userId();
		try {
			ContactSettings settings = ContactSettings.written(form.getOrDefault("name", ""),
					form.getOrDefault("language", ""), form.getOrDefault("zone", ""), form.containsKey("noMail"),
					form.getOrDefault("untilDay", ""));
			boolean changed = this.change.change(new ContactId(contact), settings, form.getOrDefault("email", ""), by);
			return done(party, changed ? "%s is changed.".formatted(settings.name()) : "Nothing was different.", next);
		}
		catch (IllegalArgumentException | Refused ex) {
			return refused(party, ex);
		}
	}

	/**
	 * Ends what somebody does for the party.
	 * @param role which of their roles
	 */
	@PostMapping("/parties/{party}/contacts/{contact}/end")
	ModelAndView end(@PathVariable long party, @PathVariable long contact, @RequestParam(defaultValue = "") String role,
			RedirectAttributes next) {
		Person by = this.current.get().requireSecretariat();
		try {
			return done(party, this.endRole.end(new ContactId(contact), new PartyId(party), role, by), next);
		}
		catch (IllegalArgumentException | Refused ex) {
			return refused(party, ex);
		}
	}

	private ModelAndView refused(long party, RuntimeException why) {
		return page((why instanceof Refused) ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY, party)
			.addObject("problem", why.getMessage());
	}

	private ModelAndView done(long party, String words, RedirectAttributes next) {
		next.addFlashAttribute("done", words);
		return new ModelAndView("redirect:/desk/register/parties/" + party);
	}

	private ModelAndView list(HttpStatus status, String search, String kind, int page) {
		return new ModelAndView("register", status).addObject("parties", this.tables.parties(search, kind, page))
			.addObject("search", search)
			.addObject("kind", kind)
			.addObject("kinds", KINDS)
			.addObject("form", Map.of("kind", "other"));
	}

	private ModelAndView page(HttpStatus status, long party) {
		return this.change.party(new PartyId(party))
			.map((found) -> new ModelAndView("register-party", status).addObject("party", found)
				.addObject("name", found.name())
				.addObject("id", party)
				.addObject("form", form(found))
				.addObject("kinds", KINDS)
				.addObject("contacts", this.tables.contacts(party))
				.addObject("former", this.tables.former(party))
				.addObject("parts", this.tables.parts(found.name()))
				.addObject("isBody", this.tables.isOtherBody(party))
				.addObject("naming", this.tables.naming(party))
				.addObject("most", RegisterTables.UPDATES)
				.addObject("superior", this.tables.superior(party)))
			.orElseGet(() -> list(HttpStatus.NOT_FOUND, "", "", 1).addObject("problem",
					"The register has no party %d: choose one of the list.".formatted(party)));
	}

	private static Map<String, @Nullable String> form(NewParty party) {
		Map<String, @Nullable String> form = new LinkedHashMap<>();
		form.put("kind", party.kind());
		form.put("acronym", party.acronym());
		form.put("region", party.region());
		form.put("country", party.country());
		form.put("stakeholder", party.stakeholder() ? "on" : null);
		return form;
	}

	private static NewParty party(String name, Map<String, String> form) {
		return new NewParty(name, blankToNone(form.get("acronym")), form.getOrDefault("kind", ""),
				blankToNone(form.get("region")), blankToNone(form.get("country")), false,
				form.containsKey("stakeholder"));
	}

	private static @Nullable String blankToNone(@Nullable String field) {
		return (field == null || field.isBlank()) ? null : field.strip();
	}

	private static Map<String, String> kinds() {
		Map<String, String> kinds = new LinkedHashMap<>();
		kinds.put("partner-country", "Partner country");
		kinds.put("institutional-partner", "Institutional partner");
		kinds.put("country-group", "Group of countries");
		kinds.put("community", "Community or region");
		kinds.put("stakeholder", "Stakeholder");
		kinds.put("working-body", "Working body");
		kinds.put("secretariat", "Secretariat");
		kinds.put(NewParty.PROCESS, "Other process or body");
		kinds.put("other", "Other");
		return kinds;
	}

}
