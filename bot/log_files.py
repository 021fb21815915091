"""A server's log as files for its moderators: CSV or JSON Lines, compressed, the newest questions first."""

from dataclasses import dataclass

from bot.log_form import Rows, header, row
from bot.packing import Packer
from store.database import QueryFilter, QueryLog

# Files that a message takes. https://docs.discord.com/developers/resources/message
MOST = 10


@dataclass(frozen=True, slots=True)
class Exported:
    """The files, by name; how many questions are in them, and how many older ones had no room."""

    files: tuple[tuple[str, bytes], ...]
    questions: int
    left_out: int


async def log_files(log: QueryLog, which: QueryFilter, rows: Rows, *, limit: int, total: int) -> Exported:
    """Write out the newest questions; `limit` is a file's size in bytes, `total` that of all."""
    packer = Packer(header(rows), limit, total, MOST)
    written = 0
    async for query in log.export(which, newest_first=True):
        if not packer.add(row(rows, query)):
            break
        written += 1
    files = packer.files()
    names = [f"log{f'-{number}' if len(files) > 1 else ''}.{rows}.gz" for number in range(1, len(files) + 1)]
    left_out = max(0, await log.count(which) - written)
    return Exported(tuple(zip(names, files, strict=True)), written, left_out)
