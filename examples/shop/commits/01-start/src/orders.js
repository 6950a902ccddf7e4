import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });

export async function findOrders(userId, status) {
  const { rows } = await pool.query(`SELECT * FROM orders WHERE user_id = ${userId} AND status = '${status}'`);
  return rows;
}
