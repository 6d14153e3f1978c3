"""Folders as no `lab` has written them, handed to `lab report` and to the page of a class."""

import json
import os
import shutil
from pathlib import Path

from suite import COMMAND, Skipped, expect, scenario

GOOD_RUN = Path(__file__).parent / "good-run"
REPORT_SECONDS = 45    # 30 for what a folder may take, and a JVM's start on a busy machine
VICTIM = "not yours to write"


def good_run(folder):
    """The files of a small run: ./lab run -m single,select --delay 100ms"""
    shutil.copytree(GOOD_RUN, folder)


DAMAGES = {}


def damage(function):
    DAMAGES[function.__name__.replace("_", "-")] = function
    return function


def edit(folder, change):
    """Changes run.json as a value."""
    file = folder / "run.json"
    run = json.loads(file.read_text())
    change(run)
    file.write_text(json.dumps(run))


def replace(file, content):
    file.unlink()
    if isinstance(content, bytes):
        file.write_bytes(content)
    else:
        content(file)


@damage
def lone_surrogate(folder):
    edit(folder, lambda run: run["environment"].update(cpu="\ud800"))


@damage
def no_system(folder):
    edit(folder, lambda run: run["environment"].update(os=None))


@damage
def no_environment(folder):
    edit(folder, lambda run: run.update(environment=None, load=None))


@damage
def two_billion_requests(folder):
    edit(folder, lambda run: run["models"][0].update(requests=2**31 - 1))


@damage
def number_without_end(folder):
    file = folder / "run.json"
    file.write_text(file.read_text().replace('"elapsed_ms"', '"elapsed_ms" : 1' + "0" * 5000 + ', "was"', 1))


@damage
def deeply_nested(folder):
    replace(folder / "run.json", b"[" * 300_000)


@damage
def deeply_nested_value(folder):
    replace(folder / "run.json", b'{"schema":2,"x":' + b'{"x":' * 100_000 + b"1" + b"}" * 100_001)


@damage
def truncated(folder):
    replace(folder / "run.json", (folder / "run.json").read_bytes()[:700])


@damage
def empty(folder):
    replace(folder / "run.json", b"")


@damage
def random_bytes(folder):
    replace(folder / "run.json", os.urandom(5_000))


@damage
def a_folder(folder):
    replace(folder / "run.json", os.mkdir)


@damage
def a_fifo(folder):
    replace(folder / "run.json", os.mkfifo)


@damage
def a_device(folder):
    replace(folder / "run.json", lambda file: file.symlink_to("/dev/zero"))


@damage
def a_link_to_itself(folder):
    replace(folder / "run.json", lambda file: file.symlink_to(file))


@damage
def many_models(folder):
    edit(folder, lambda run: run.update(models=[dict(run["models"][0], model=f"m{i}") for i in range(20_000)]))


@damage
def long_name(folder):
    edit(folder, lambda run: run["models"][0].update(model="n" * 2_000_000))


@damage
def many_warnings(folder):
    edit(folder, lambda run: run.update(warnings=["w"] * 5_000_000))


@damage
def escape_in_a_name(folder):
    edit(folder, lambda run: run["models"][0].update(model="\x1b]0;forged\x07\x1b[2J\nreport: forged"))


@damage
def escape_in_a_warning(folder):
    edit(folder, lambda run: run.update(warnings=["\x1b[2J\r\nreport: forged"], command="\x9b2J"))


@damage
def rows_cut_off(folder):
    replace(folder / "requests.csv", (folder / "requests.csv").read_bytes()[:-7])


@damage
def rows_of_bytes(folder):
    replace(folder / "requests.csv", os.urandom(50_000))


@damage
def rows_of_huge_numbers(folder):
    content = (folder / "requests.csv").read_text().splitlines()
    replace(folder / "requests.csv", "\n".join([content[0], "9" * 400 + content[1]] + content[2:]).encode())


@damage
def rows_in_a_fifo(folder):
    replace(folder / "requests.csv", os.mkfifo)


@damage
def rows_without_end(folder):
    replace(folder / "requests.csv", lambda file: file.symlink_to("/dev/zero"))


def damaged(attack, name, folder):
    good_run(folder)
    try:
        DAMAGES[name](folder)
    except PermissionError as fault:
        raise Skipped(f"this file cannot be made here: {fault}") from None


def folder_report(name):
    def attack_report(attack):
        damaged(attack, name, attack.folder / "run")
        done = attack.lab("report", "run", limit=REPORT_SECONDS)
        done.expect(0, 1, within_lines=3)
        return f"exit code {done.code} after {done.seconds:.0f} s: {(done.err or done.out).strip()[:100]!r}"

    return attack_report


for _name in DAMAGES:
    scenario(f"folder-{_name}", COMMAND)(folder_report(_name))


@scenario("folder-links", COMMAND, short=COMMAND)
def folder_links(attack):
    """What a report writes, it writes into the folder: a link that leads out is refused by name."""
    victims = attack.folder / "victims"
    victims.mkdir()
    for name in ("report.html", "report.md", "charts")[:attack.amount(3, 1)]:
        folder = attack.folder / f"run-{name}"
        good_run(folder)
        victim = victims / name
        victim.mkdir() if name == "charts" else victim.write_text(VICTIM)
        (folder / name).symlink_to(victim)
        done = attack.lab("report", folder, limit=REPORT_SECONDS)
        kept = not list(victim.iterdir()) if name == "charts" else victim.read_text() == VICTIM
        expect(kept, f"no writing through the link {name}", "the file that it leads to is changed")
        done.expect(1, containing=name)
    return f"{attack.amount(3, 1)} links out of the folder refused, what they lead to unchanged"


@scenario("class", COMMAND, short=COMMAND)
def class_page(attack):
    """One damaged folder stops nobody's page: the good ones are on it, every other one is named."""
    good = [f"good-{number}" for number in range(3)]
    bad = attack.amount(list(DAMAGES), ["lone-surrogate", "no-system", "truncated", "a-fifo", "two-billion-requests"])
    for name in good:
        good_run(attack.folder / "class" / name)
    for name in bad:
        damaged(attack, name, attack.folder / "class" / name)
    done = attack.lab("report", "--class", "class", limit=REPORT_SECONDS * attack.amount(4, 1))
    done.expect(0, within_lines=len(bad) + 3)
    page = (attack.folder / "class" / "class.html").read_text()
    for name in good:
        expect(name in page, f"{name} on the page", "a page without it")
    for name in bad:
        expect(name in page + done.err, f"{name} on the page or named", done.err[-300:])
    return f"{len(good)} good folders on the page beside {len(bad)} damaged ones, in {done.seconds:.0f} s"
